using System.Collections.Immutable;
using System.Globalization;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>
/// A valid request to Cloudflare's <c>bytime</c> endpoint in normal form. Equivalent requests have the same <see cref="PathAndQuery"/>, and
/// so the same <see cref="Key"/>.
/// </summary>
internal sealed class SpectrumBytimeRequest : ICacheableRequest
{
    /// <summary>Cloudflare's default for the time between <c>since</c> and <c>until</c>, used if <c>since</c> is omitted.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromHours(6);

    private SpectrumBytimeRequest(
        SpectrumBytimeArguments arguments,
        ImmutableArray<SpectrumDimension> dimensions,
        ImmutableArray<SpectrumMetric> metrics,
        FilterExpression? filter)
    {
        // One key for both spellings. A text that is in lower case already is not copied.
        ZoneId = arguments.ZoneId.ToLowerInvariant();
        TimeDelta = arguments.TimeDelta;
        Until = arguments.Until?.ToUniversalTime();
        Since = arguments.Since?.ToUniversalTime() ?? (Until - DateTimeOffset.MinValue >= DefaultWindow ? Until - DefaultWindow : null);
        Dimensions = dimensions;
        Metrics = metrics;
        Filter = filter;
        Sort = [.. arguments.Sort ?? []];
        Limit = arguments.Limit;
        PathAndQuery = Write();
        Key = KeyWriter.OfRequest(PathAndQuery);
    }

    /// <summary>The zone's id: 32 lower-case hex digits.</summary>
    public string ZoneId { get; }

    public SpectrumTimeDelta TimeDelta { get; }

    /// <summary>The start in UTC. Null only if <see cref="Until"/> is null too, and then six hours before now.</summary>
    public DateTimeOffset? Since { get; }

    /// <summary>The end in UTC. Null means the time of the call.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>The dimensions, sorted and unique.</summary>
    public ImmutableArray<SpectrumDimension> Dimensions { get; }

    /// <summary>The metrics, sorted and unique. Never empty.</summary>
    public ImmutableArray<SpectrumMetric> Metrics { get; }

    public FilterExpression? Filter { get; }

    /// <summary>The sort orders, in the order of the request, which matters.</summary>
    public ImmutableArray<SpectrumSort> Sort { get; }

    public int? Limit { get; }

    public CacheKey Key { get; }

    /// <summary>The percent-encoded path and query relative to the base address, without a leading slash.</summary>
    public string PathAndQuery { get; }

    string ICacheableRequest.Zone => ZoneId;

    public static Result<SpectrumBytimeRequest> Create(SpectrumBytimeArguments arguments)
    {
        if (Requests.ZoneId.FaultOf(arguments.ZoneId) is { } wrong)
        {
            return Failure.BadInput("zoneId", wrong);
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
        if (arguments.Sort is { Count: > 0 } sort && SortFault(sort, dimensions, metrics) is { } fault)
        {
            return fault;
        }

        FilterExpression? filter = null;
        if (arguments is not { Filters: null, Where: null } && !ReadFilter(arguments).IsSuccess(out filter, out var failure))
        {
            return failure;
        }

        return new SpectrumBytimeRequest(arguments, dimensions, metrics, filter);
    }

    // Cloudflare's documentation does not encode `,` and `!`.
    private string Write() => new RequestTarget($"zones/{ZoneId}/spectrum/analytics/events/bytime")
        .Add("time_delta", TimeDelta.Wire())
        .Add("dimensions", string.Join(',', Dimensions.Select(WireNames.Wire)))
        .Add("metrics", string.Join(',', Metrics.Select(WireNames.Wire)))
        .Add("filters", Filter?.ToString())
        .Add("since", Since?.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture))
        .Add("until", Until?.UtcDateTime.ToString(InstantText.Format, CultureInfo.InvariantCulture))
        .Add("sort", string.Join(',', Sort.Select(sort => sort.Wire)))
        .Add("limit", Limit?.ToString(CultureInfo.InvariantCulture))
        .ToString().Replace("%2C", ",", StringComparison.Ordinal).Replace("%21", "!", StringComparison.Ordinal);

    private static ImmutableArray<T> Distinct<T>(IReadOnlyList<T>? values) => values is null ? [] : [.. new SortedSet<T>(values)];

    private static Result<FilterExpression> ReadFilter(SpectrumBytimeArguments arguments) => arguments switch
    {
        { Filters: { } text, Where: null } => FilterParser.Parse(text),
        { Filters: null, Where: { } where } => WhereCompiler.Compile(where),
        _ => Failure.BadInput("where", "Give `filters` or `where`, not both."),
    };

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
}
