using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Metrics and spans of requests. Names follow the semantic conventions of OpenTelemetry
/// (https://opentelemetry.io/docs/specs/semconv/graphql/graphql-spans/) and, where they have none, HotChocolate's. Without a listener a
/// request only checks <see cref="IsOn"/>.
/// </summary>
internal sealed class ExecutionDiagnostics
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string Name = "Gateway.GraphQL";

    /// <summary>An error without a code.</summary>
    public const string OtherError = "_OTHER";

    private static readonly ActivitySource Source = new(Name);

    private readonly TimeProvider _time;
    private readonly Histogram<double> _duration;
    private readonly Histogram<long> _size;
    private readonly Counter<long> _errors;
    private readonly Counter<long> _documents;
    private readonly Meter _meter;

    public ExecutionDiagnostics(IMeterFactory meters, TimeProvider? time = null)
    {
        _time = time ?? TimeProvider.System;
        _meter = meters.Create(Name);
        _duration = _meter.CreateHistogram(
            "gateway.operation.duration", "s", "How long operations took, by type and by the code of the first error.", tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0.0005, 0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
            });
        _errors = _meter.CreateCounter<long>("gateway.operation.errors", "{error}", "Errors in responses, by type of operation and code.");
        _size = _meter.CreateHistogram(
            "gateway.response.size", "By", "Length of the bodies of GraphQL responses before compression.", tags: null,
            new InstrumentAdvice<long>
            {
                HistogramBucketBoundaries = [256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216],
            });
        _documents = _meter.CreateCounter<long>(
            "gateway.document.requests", "{request}",
            "Requests by where their document came from: prepared (with its variables), persisted, cache or compiled.");
    }

    /// <summary>Whether anybody listens to what is told of operations.</summary>
    public bool IsOn => _duration.Enabled || _errors.Enabled || _documents.Enabled || IsTracing;

    /// <summary>
    /// Whether anybody listens to spans, and the request is traced. In one that is not, a span would begin a trace of its own, and each
    /// would ask the sampler.
    /// </summary>
    public static bool IsTracing => Source.HasListeners() && Activity.Current is { IsAllDataRequested: true };

    public void Watch(DocumentCache documents) => _meter.CreateObservableUpDownCounter(
        "gateway.document.cache.entries", () => documents.Count, "{document}", "Compiled documents in the cache.");

    /// <summary>Begins to observe an operation.</summary>
    public ObservedOperation Begin() =>
        new(this, IsTracing ? Source.StartActivity("GraphQL Operation") : null, _time.GetTimestamp());

    /// <summary>Counts where a document came from.</summary>
    public void Found(DocumentSource source) =>
        _documents.Add(1, new KeyValuePair<string, object?>("gateway.document.source", NameOf(source)));

    /// <summary>Counts a response that is about to be written.</summary>
    public void Responding(long bytes) => _size.Record(bytes);

    /// <summary>Counts the errors of a request that did not reach the engine.</summary>
    public void Refused(IReadOnlyList<IError> errors) => CountErrors(errors, []);

    /// <summary>Starts the span of a step of preparing a document; null without a listener that wants it.</summary>
    /// <param name="name">HotChocolate's name of the span.</param>
    /// <param name="type">HotChocolate's <c>graphql.processing.type</c>.</param>
    public static Activity? StartStep(string name, string type) =>
        IsTracing ? Source.StartActivity(name)?.SetTag("graphql.processing.type", type) : null;

    /// <summary>Starts the span of an asynchronous field; null without a listener that wants it.</summary>
    public static Activity? StartField(string parentType, string field, string responseName)
    {
        if (Source.StartActivity("ResolveFieldValue") is not { } activity)
        {
            return null;
        }

        activity.DisplayName = $"{parentType}.{field}";
        return activity.SetTag("graphql.processing.type", "resolve")
            .SetTag("graphql.field.alias", responseName)
            .SetTag("graphql.field.name", field)
            .SetTag("graphql.field.parent_type", parentType)
            .SetTag("graphql.field.schema_coordinate", activity.DisplayName);
    }

    /// <summary>Starts the span of a call of a data loader; null without a listener that wants it.</summary>
    public static Activity? StartBatch(string loader, int keys) => !IsTracing ? null
        : Source.StartActivity($"GraphQL DataLoader Batch {loader}")?
            .SetTag("graphql.processing.type", "dataloader_batch")
            .SetTag("graphql.dataloader.name", loader)
            .SetTag("graphql.dataloader.batch.size", keys);

    /// <summary>Marks a span as failed. A message may quote what the caller sent, so only the code is told.</summary>
    public static void Fail(Activity? activity, string errorType) =>
        activity?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", errorType);

    public static string CodeOf(IError error) => error.Code ?? OtherError;

    internal void End(Activity? activity, long begunAt, OperationDefinitionNode? operation, IReadOnlyList<IError> errors, string? fault)
    {
        var tags = default(TagList);
        var type = operation is null ? null : NameOf(operation.Operation);
        if (type is not null)
        {
            tags.Add("graphql.operation.type", type);
        }

        CountErrors(errors, tags);
        fault ??= errors.Count > 0 ? CodeOf(errors[0]) : null;
        if (fault is not null)
        {
            tags.Add("error.type", fault);
            Fail(activity, fault);
        }

        _duration.Record(_time.GetElapsedTime(begunAt).TotalSeconds, tags);
        if (activity is not null && type is not null)
        {
            activity.DisplayName = type;
            activity.SetTag("graphql.processing.type", "request")
                .SetTag("graphql.operation.type", type)
                .SetTag("graphql.operation.name", operation!.Name);
        }
    }

    private void CountErrors(IReadOnlyList<IError> errors, in TagList tags)
    {
        for (var index = 0; _errors.Enabled && index < errors.Count; index++)
        {
            var all = tags;
            all.Add("error.type", CodeOf(errors[index]));
            _errors.Add(1, all);
        }
    }

    private static string NameOf(DocumentSource source) => source switch
    {
        DocumentSource.Prepared => "prepared",
        DocumentSource.Persisted => "persisted",
        DocumentSource.Cache => "cache",
        _ => "compiled",
    };

    private static string NameOf(OperationType type) => type switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        _ => "subscription",
    };
}

/// <summary>Where the document of a request came from.</summary>
internal enum DocumentSource
{
    /// <summary>The whole request was known, with its variables.</summary>
    Prepared,

    /// <summary>A trusted document, or an automatic persisted query.</summary>
    Persisted,

    /// <summary>The cache of compiled documents.</summary>
    Cache,

    /// <summary>It was parsed, validated and compiled.</summary>
    Compiled,
}

/// <summary>The metrics and the span of one operation, which <see cref="Dispose"/> ends.</summary>
internal sealed class ObservedOperation(ExecutionDiagnostics diagnostics, Activity? activity, long begunAt) : IDisposable
{
    /// <summary>The operation, once it is known.</summary>
    public OperationDefinitionNode? Node { get; set; }

    /// <summary>The response; null if there was none.</summary>
    public ExecutionResult? Result { get; set; }

    public void Found(DocumentSource source) => diagnostics.Found(source);

    public void Dispose()
    {
        diagnostics.End(activity, begunAt, Node, Result?.Errors ?? [], Result is null ? "cancelled" : null);
        activity?.Dispose();
    }
}
