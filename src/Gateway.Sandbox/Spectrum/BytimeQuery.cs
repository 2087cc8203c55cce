namespace Gateway.Sandbox.Spectrum;

/// <summary>A request that has passed every check.</summary>
/// <param name="Sort">Fields of the request, each behind its sign.</param>
/// <param name="Boundaries">Where the buckets start, and where the last one ends.</param>
internal sealed record BytimeQuery(
    TimeDelta TimeDelta,
    string[] Dimensions,
    string[] Metrics,
    Filter? Filter,
    DateTimeOffset Since,
    DateTimeOffset Until,
    string[] Sort,
    int? Limit,
    List<DateTimeOffset> Boundaries);
