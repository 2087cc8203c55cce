using Gateway.Caching;
using Gateway.Cloudflare;

namespace Gateway.Radar;

/// <summary>Answers requests for Radar's data.</summary>
public sealed class RadarService
{
    private readonly CloudflareClient _cloudflare;
    private readonly TimeProvider _time;

    internal RadarService(CloudflareClient cloudflare, TimeProvider time)
    {
        _cloudflare = cloudflare;
        _time = time;
    }

    internal async Task<Result<CtTimeseries>> GetTimeseriesAsync(
        CtTimeseriesRequest request, Credential credential, CancellationToken cancellationToken)
    {
        var answer = await FetchAsync(request.Query, credential, cancellationToken);
        if (!answer.IsSuccess(out var reply, out var failure))
        {
            return failure;
        }

        var age = _time.GetUtcNow() - reply.ReceivedAt;
        var freshness = new Freshness(CacheStatus.Miss, reply.ReceivedAt, age.TotalSeconds, ExpiresAt: reply.ReceivedAt);
        return new CtTimeseries(reply.Result, request.Labels, reply.Messages, freshness);
    }

    // All that decides the answer is in the query, and nothing in the reply depends on who shares it.
    private Task<Result<CloudflareReply<CtTimeseriesModel>>> FetchAsync(
        CtTimeseriesQuery query, Credential credential, CancellationToken cancellationToken) =>
        _cloudflare.GetAsync(CloudflareEndpoint.Radar, query.PathAndQuery, credential, RadarJson.Default.CtTimeseriesModel, cancellationToken);
}
