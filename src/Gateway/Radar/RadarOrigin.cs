using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Radar;

/// <summary>Connects the cache to Cloudflare's <c>ct/timeseries</c> endpoint.</summary>
internal sealed class RadarOrigin(CloudflareClient cloudflare, IOptions<RadarOptions> options) : IOrigin<CtTimeseriesQuery, CtResponse>
{
    private static readonly CtTimeseriesReader Reader = new();

    public CloudflareEndpoint Endpoint => RadarApi.CtTimeseries;

    public bool IsShared { get; } = options.Value.Scope == CacheScope.Shared;

    public async Task<Result<CtResponse>> FetchAsync(
        CtTimeseriesQuery request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var result = await cloudflare.GetAsync(
            RadarApi.CtTimeseries, request.PathAndQuery, caller, purpose, waited, Reader, cancellationToken);
        return result.IsSuccess(out var reply, out var failure)
            ? new CtResponse(reply.Result, reply.Messages, reply.ReceivedAt)
            : failure.Advise(request);
    }

    public Lifetime LifetimeOf(CtTimeseriesQuery request, CtResponse reply) => RadarLifetime.Of(request, reply.Data.Meta);

    // Not `with`, which would copy the response fragments, and the messages in them.
    public CtResponse ForOthers(CtResponse response) =>
        response.Messages.IsEmpty ? response : new CtResponse(response.Data, [], response.ReceivedAt);

    public byte[] Encode(CtResponse response) => CtPayload.Write(response);

    public CtResponse Decode(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) => CtPayload.Read(payload, receivedAt);
}
