using System.Text.Json;
using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Executes requests against a schema (GraphQL September 2025, §6, https://spec.graphql.org/September2025/#sec-Execution). A document is
/// parsed, validated and compiled once; then variables are coerced and the plan is executed. Cheap checks come first, and all checks come
/// before the first resolver.
/// </summary>
public sealed class RequestExecutor : IRequestExecutor
{
    // What a value takes as an argument, and in what resolvers derive from it. Measured.
    private const int BytesOfValue = 128;

    private static readonly JsonDocumentOptions VariablesOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };
    private readonly RequestStep[] _steps;
    private readonly Lazy<string> _schemaText;
    private readonly DocumentCompiler _documents;
    private readonly OperationRunner _runner;
    private readonly int _maxVariableValues;
    private readonly bool _includeSuggestions;
    private readonly ExecutionDiagnostics? _diagnostics;

    public RequestExecutor(Schema schema, ExecutorOptions options)
    {
        Schema = schema;
        _schemaText = new Lazy<string>(schema.ToString);
        _steps = [.. options.Steps];
        _documents = new DocumentCompiler(schema, options);
        _runner = new OperationRunner(options);
        _maxVariableValues = options.Request.MaxAllowedVariableValues;
        _includeSuggestions = options.Validation.IncludeSuggestions;
        _diagnostics = options.Diagnostics;
        Array.ForEach(_steps, step => step.Initialize(options, _documents));
    }

    /// <summary>The schema.</summary>
    public Schema Schema { get; }

    public string SchemaText => _schemaText.Value;

    public int DocumentsVersion
    {
        get
        {
            var version = 0;
            foreach (var step in _steps)
            {
                version += step.Version;
            }

            return version;
        }
    }

    public async ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken requestAborted)
    {
        using var observed = _diagnostics is { IsOn: true } diagnostics ? diagnostics.Begin() : null;
        using var operation = Prepare(request, isKept: false, observed, out var refusal);
        var result = operation is null
            ? refusal!
            : await _runner.RunAsync(operation, request.Services, request.State, request.BytesBefore, requestAborted).ConfigureAwait(false);
        observed?.Result = result;
        return result;
    }

    public ValueTask<ExecutionResult> ExecuteAsync(
        PreparedOperation operation, IServiceProvider? services, object? state, CancellationToken requestAborted) =>
        _diagnostics is { IsOn: true } diagnostics
            ? ObserveAsync(diagnostics, operation, services, state, requestAborted)
            : _runner.RunAsync(operation, services, state, bytesBefore: 0, requestAborted);

    public PreparedOperation? PrepareForReuse(OperationRequest request)
    {
        if (!Array.TrueForAll(_steps, step => step.IsReusable(request)))
        {
            return null;
        }

        var operation = Prepare(request, isKept: true, observed: null, out var refusal);
        refusal?.Dispose();
        return operation;
    }

    private async ValueTask<ExecutionResult> ObserveAsync(
        ExecutionDiagnostics diagnostics, PreparedOperation operation, IServiceProvider? services, object? state,
        CancellationToken requestAborted)
    {
        using var observed = diagnostics.Begin();
        observed.Found(DocumentSource.Prepared);
        observed.Node = operation.Plan.Operation;
        return observed.Result = await _runner.RunAsync(operation, services, state, bytesBefore: 0, requestAborted).ConfigureAwait(false);
    }

    private PreparedOperation? Prepare(
        OperationRequest request, bool isKept, ObservedOperation? observed, out ExecutionResult? refusal)
    {
        // 1. The document: from a step, from the cache, or parsed and validated.
        Dictionary<string, object?>? extensions = null;
        var document = FindDocument(request, out var errors, ref extensions, out var source);
        observed?.Found(source);
        if (document is null)
        {
            refusal = Refuse(request, errors);
            return null;
        }

        // 2. The operation.
        var operation = document.Find(request.OperationName, out var error);
        refusal = operation is null ? PooledResult.RequestError([error!]) : RefuseKind(operation.Node.Operation, request.QueriesOnly);
        observed?.Node = operation?.Node;
        if (refusal is not null)
        {
            return null;
        }

        // 3. The variables. Their JSON stays in memory as long as arguments are read from it.
        var variables = VariableValues.None;
        if (TryParse(request.Variables, operation!, out var json, out var values, out error))
        {
            error = VariableValues.TryCoerce(
                operation!.Variables, json?.RootElement ?? default, _includeSuggestions, out variables);
        }

        // 4. The steps' checks of the plan, such as its cost.
        OperationPlan? plan = null;
        if (error is null)
        {
            var size = document.Size.Bytes;
            plan = operation!.PlanFor(variables);
            foreach (var step in _steps)
            {
                refusal ??= step.Check(request, plan, variables, ref extensions);
            }

            if (document.Size.Bytes > size)
            {
                _documents.Measure(document);
            }
        }
        else
        {
            refusal = PooledResult.RequestError([error]);
        }

        if (refusal is null)
        {
            return new PreparedOperation(plan!, variables, json, isKept)
            {
                Extensions = extensions,
                Size = document.Size.Bytes + (BytesOfValue * values),
            };
        }

        json?.Dispose();
        return null;
    }

    private ExecutableDocument? FindDocument(
        OperationRequest request, out IReadOnlyList<IError> errors, ref Dictionary<string, object?>? extensions,
        out DocumentSource source)
    {
        errors = [];
        source = DocumentSource.Persisted;
        foreach (var step in _steps)
        {
            if (step.TryFindDocument(request, out var document, ref errors, ref extensions))
            {
                return document;
            }
        }

        if (!request.Document.IsEmpty)
        {
            return _documents.Compile(request.Document, ref errors, out source);
        }

        errors = [new Error("The request has no document.") { Code = ErrorCodes.NoDocument }];
        return null;
    }

    private static PooledResult Refuse(OperationRequest request, IReadOnlyList<IError> errors) =>
        (errors as RefusedDocument)?.OutcomeOf(request) switch
        {
            null => PooledResult.RequestError(errors),
            ExecutionOutcome.OperationNotAllowed => NotByGet(),
            { } outcome => PooledResult.RequestError(errors, outcome),
        };

    private static PooledResult? RefuseKind(OperationType kind, bool queriesOnly) => kind switch
    {
        not OperationType.Query when queriesOnly => NotByGet(),
        OperationType.Subscription =>
            PooledResult.RequestError(
                [new Error("Subscriptions need a transport that carries a stream of responses; there is none here.")]),
        _ => null,
    };

    private static PooledResult NotByGet() =>
        PooledResult.RequestError([new Error("Only queries can be run by GET; use POST.")], ExecutionOutcome.OperationNotAllowed);

    private bool TryParse(
        ReadOnlyMemory<byte> variables, ExecutableOperation operation, out JsonDocument? json, out long values, out IError? error)
    {
        (json, values, error) = (null, 0, null);
        try
        {
            values = operation.ValueCount.CountValues(_maxVariableValues, variables.Span);
            if (values > _maxVariableValues)
            {
                var message = $"The variables have more than {_maxVariableValues} values, each counted at each use of its variable, and a "
                    + "text once more for each 16 bytes. Send fewer, or split the operation.";
                error = new Error(message) { Code = ErrorCodes.UnreadableVariables };
                return false;
            }

            json = variables.IsEmpty ? null : JsonDocument.Parse(variables, VariablesOptions);
            return true;
        }
        catch (JsonException exception)
        {
            error = new Error($"The variables can't be read: {exception.Message}") { Code = ErrorCodes.UnreadableVariables };
            return false;
        }
        catch (InvalidOperationException)
        {
            error = new Error("The variables can't be read: a text has half of a surrogate pair.") { Code = "HC0012" };
            return false;
        }
    }
}
