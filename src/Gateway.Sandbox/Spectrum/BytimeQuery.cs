namespace Gateway.Sandbox.Spectrum;

/// <summary>One entry of <c>sort</c>: a field of the request, and its direction.</summary>
internal readonly record struct SortField(Metric? Metric, Dimension? Dimension, bool Descending)
{
    public override string ToString() =>
        (Descending ? "-" : "+") + (Metric is { } metric ? Terms.Metrics.Name(metric) : Terms.Dimensions.Name(Dimension!.Value));
}

/// <summary>A request that has passed every check.</summary>
/// <param name="Boundaries">Where the buckets start, and where the last one ends.</param>
internal sealed record BytimeQuery(
    TimeDelta TimeDelta,
    List<Dimension> Dimensions,
    IReadOnlyList<Metric> Metrics,
    Filter? Filter,
    DateTimeOffset Since,
    DateTimeOffset Until,
    IReadOnlyList<SortField> Sort,
    int? Limit,
    IReadOnlyList<DateTimeOffset> Boundaries);
