namespace Gateway.Sandbox.Spectrum;

/// <summary>A valid request.</summary>
/// <param name="TimeDelta">The length of a bucket; null for a summary, which has one bucket.</param>
/// <param name="Sort">The fields to sort by, each with its sign.</param>
/// <param name="Boundaries">The starts of the buckets, and the end of the last one.</param>
internal sealed record BytimeQuery(
    TimeDelta? TimeDelta,
    string[] Dimensions,
    string[] Metrics,
    Filter? Filter,
    DateTimeOffset Since,
    DateTimeOffset Until,
    string[] Sort,
    int? Limit,
    List<DateTimeOffset> Boundaries);
