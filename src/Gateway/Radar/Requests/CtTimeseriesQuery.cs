using Gateway.Caching;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Requests;

/// <summary>
/// A query in normal form, for one call. Equivalent queries have the same <see cref="PathAndQuery"/>, and so the same <see cref="Key"/>,
/// independent of the form of the arguments and the names of the series.
/// </summary>
internal sealed partial class CtTimeseriesQuery : ICacheableRequest
{
    /// <param name="aggInterval">The interval; null lets Cloudflare choose.</param>
    /// <param name="series">
    /// The series of a valid request, with the same filters and dates of the same form and length. They must not be changed afterwards.
    /// </param>
    public CtTimeseriesQuery(CtAggInterval? aggInterval, IReadOnlyList<CtSeriesInput> series)
    {
        AggInterval = aggInterval;
        Series = series;
        PathAndQuery = Write(aggInterval, series);
        Key = KeyWriter.OfRequest(PathAndQuery);
    }

    public CtAggInterval? AggInterval { get; }

    public IReadOnlyList<CtSeriesInput> Series { get; }

    /// <summary>The path and query relative to the base address. Inputs have a fixed order and notation.</summary>
    public string PathAndQuery { get; }

    public CacheKey Key { get; }

    string? ICacheableRequest.Zone => null;
}
