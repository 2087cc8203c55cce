using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// A valid request to one of Cloudflare's endpoints of events, in normal form. Equivalent requests have the same <see cref="Key"/>. A
/// request outlives its calls, so it holds a window as asked for; <see cref="CallAt"/> resolves it.
/// </summary>
internal abstract partial class SpectrumEventsRequest : ICacheableRequest
{
    /// <summary>Cloudflare's default for the time between <c>since</c> and <c>until</c>, used if <c>since</c> is omitted.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(6);

    /// <summary>The call at any time; null for a window.</summary>
    private readonly SpectrumCall? _call;

    /// <summary>The last segment of the endpoint's path.</summary>
    private readonly string _endpoint;

    /// <summary>Whether the endpoint takes the length of its intervals.</summary>
    private readonly bool _hasIntervals;

    /// <param name="inputs">The valid inputs.</param>
    /// <param name="endpoint">The last segment of the endpoint's path.</param>
    /// <param name="hasIntervals">Whether the endpoint takes the length of its intervals.</param>
    protected SpectrumEventsRequest(Inputs inputs, string endpoint, bool hasIntervals)
    {
        var arguments = inputs.Arguments;
        (_endpoint, _hasIntervals) = (endpoint, hasIntervals);
        // One key for both spellings. A text that is in lower case already is not copied.
        ZoneId = arguments.ZoneId.ToLowerInvariant();
        TimeDelta = arguments.TimeDelta;
        Window = inputs.Window;
        Dimensions = inputs.Dimensions;
        Metrics = inputs.Metrics;
        Filter = inputs.Filter;
        Sort = [.. arguments.Sort ?? []];
        Limit = arguments.Limit;
        if (Window is null)
        {
            var until = arguments.Until?.ToUniversalTime();
            var since = arguments.Since?.ToUniversalTime()
                ?? (until - DateTimeOffset.MinValue >= DefaultWindow ? until - DefaultWindow : null);
            _call = new SpectrumCall(Write(since, until), since, until);
        }

        Key = KeyWriter.OfRequest(_call?.PathAndQuery ?? Write(null, null, Window));
    }

    /// <summary>The zone's id: 32 lower-case hex digits.</summary>
    public string ZoneId { get; }

    /// <summary>The length of one interval, at whose start a window begins.</summary>
    public SpectrumTimeDelta TimeDelta { get; }

    /// <summary>The window relative to now; null if the dates are fixed.</summary>
    public SpectrumWindow? Window { get; }

    /// <summary>The dimensions, sorted and unique.</summary>
    public ImmutableArray<SpectrumDimension> Dimensions { get; }

    /// <summary>The metrics, sorted and unique. Never empty.</summary>
    public ImmutableArray<SpectrumMetric> Metrics { get; }

    public FilterExpression? Filter { get; }

    /// <summary>The sort orders, in the order of the request, which matters.</summary>
    public ImmutableArray<SpectrumSort> Sort { get; }

    public int? Limit { get; }

    public CacheKey Key { get; }

    string ICacheableRequest.Zone => ZoneId;

    /// <summary>Checks all rules, in the order of the arguments.</summary>
    protected static Result<Inputs> Check(SpectrumEventsArguments arguments)
    {
        if (Requests.ZoneId.FaultOf(arguments.ZoneId) is { } wrong)
        {
            return Failure.BadInput("zoneId", wrong);
        }

        SpectrumWindow? window = null;
        if (arguments is not { Window: null, Shift: null } && !SpectrumWindow.Create(arguments).IsSuccess(out window, out var failure))
        {
            return failure;
        }

        if (arguments.Since >= arguments.Until)
        {
            return Failure.BadInput("since", "`since` has to be before `until`.");
        }

        if (arguments.Limit < 1)
        {
            return Failure.BadInput("limit", "`limit` has to be 1 or more.");
        }

        var dimensions = Distinct(arguments.Dimensions);
        var metrics = Distinct(arguments.Metrics is { Count: > 0 } given ? given : [SpectrumMetric.Count]);
        if (arguments.Named is { IsEmpty: false } named && NamedFault(named, dimensions, metrics) is { } lacking)
        {
            return lacking;
        }

        if (arguments.Sort is { Count: > 0 } sort && SortFault(sort, dimensions, metrics) is { } fault)
        {
            return fault;
        }

        FilterExpression? filter = null;
        if (arguments is not { Filters: null, Where: null } && !ReadFilter(arguments).IsSuccess(out filter, out failure))
        {
            return failure;
        }

        return new Inputs(arguments, window, dimensions, metrics, filter);
    }

    private static ImmutableArray<T> Distinct<T>(IReadOnlyList<T>? values)
        where T : struct, Enum
    {
        if (values is null or { Count: 0 })
        {
            return [];
        }

        T[] sorted = [.. values];
        Array.Sort(sorted);
        var count = 1;
        for (var i = 1; i < sorted.Length; i++)
        {
            if (!EqualityComparer<T>.Default.Equals(sorted[i], sorted[count - 1]))
            {
                sorted[count++] = sorted[i];
            }
        }

        return [.. sorted.AsSpan(0, count)];
    }

    private static Result<FilterExpression> ReadFilter(SpectrumEventsArguments arguments) => arguments switch
    {
        { Filters: { } text, Where: null } => FilterParser.Parse(text),
        { Filters: null, Where: { } where } => WhereCompiler.Compile(where),
        _ => Failure.BadInput("where", "Give `filters` or `where`, not both."),
    };

    private static Failure? NamedFault(
        RowFields named, ImmutableArray<SpectrumDimension> dimensions, ImmutableArray<SpectrumMetric> metrics)
    {
        var (metric, dimension) = (named.Metrics.Except(metrics).Order().ToList(), named.Dimensions.Except(dimensions).Order().ToList());
        return metric is [var first, ..] ? Fault("metrics", SpectrumField.Of(first), ", or leave `metrics` out")
            : dimension is [var other, ..] ? Fault("dimensions", SpectrumField.Of(other), "")
            : null;

        static Failure Fault(string argument, SpectrumField field, string otherwise) => Failure.BadInput(
            argument,
            $"A `where` or `order` of rows or points names `{field.Name}`, which `{argument}` lacks: add {field.SchemaName}{otherwise}.");
    }

    private static Failure? SortFault(
        IReadOnlyList<SpectrumSort> sort, ImmutableArray<SpectrumDimension> dimensions, ImmutableArray<SpectrumMetric> metrics)
    {
        SpectrumField[] allowed = [.. metrics.Select(SpectrumField.Of), .. dimensions.Select(SpectrumField.Of)];
        var seen = new HashSet<SpectrumField>();
        foreach (var field in sort.Select(entry => entry.Field))
        {
            if (!allowed.Contains(field))
            {
                var names = string.Join(", ", allowed.Select(each => each.SchemaName));
                return Failure.BadInput(
                    "sort", $"`sort` by {field.SchemaName}, which is no metric or dimension of this request. It has: {names}.");
            }

            if (!seen.Add(field))
            {
                return Failure.BadInput("sort", $"`sort` has {field.SchemaName} more than once.");
            }
        }

        return null;
    }

    /// <summary>The inputs of a valid request.</summary>
    /// <param name="Arguments">The arguments as given.</param>
    /// <param name="Window">The window relative to now; null if the dates are fixed.</param>
    /// <param name="Dimensions">The dimensions, sorted and unique.</param>
    /// <param name="Metrics">The metrics, sorted and unique. Never empty.</param>
    /// <param name="Filter">The filter of either argument.</param>
    protected sealed record Inputs(
        SpectrumEventsArguments Arguments,
        SpectrumWindow? Window,
        ImmutableArray<SpectrumDimension> Dimensions,
        ImmutableArray<SpectrumMetric> Metrics,
        FilterExpression? Filter);
}
