using Gateway.Caching;
using Gateway.Cloudflare;

namespace Gateway.Radar;

/// <summary>Answers requests for Radar's data.</summary>
public sealed class RadarService
{
    private readonly ReplyCache<CtTimeseriesQuery, CtReply> _cache;

    internal RadarService(ReplyCache<CtTimeseriesQuery, CtReply> cache) => _cache = cache;

    // All that decides the answer is in the query; what the series are called belongs to the request alone.
    internal async ValueTask<Result<CtTimeseries>> GetTimeseriesAsync(
        CtTimeseriesRequest request, Credential credential, bool noCache, CancellationToken cancellationToken)
    {
        var result = await _cache.GetAsync(request.Query, credential, noCache, cancellationToken);
        return result.IsSuccess(out var cached, out var failure)
            ? new CtTimeseries(cached.Reply, request.Labels, cached.Freshness)
            : failure;
    }
}
