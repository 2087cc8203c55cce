using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Radar;

/// <summary>Connects the cache to an endpoint that answers with series.</summary>
internal sealed class RadarSeriesOrigin<TSeries>(
    CtSeriesEndpoint<TSeries> endpoint, CloudflareClient cloudflare, IOptions<RadarOptions> options)
    : IOrigin<CtSeriesQuery, CtResponse<TSeries>>
    where TSeries : class, ICtWireSeries
{
    public CloudflareEndpoint Endpoint => endpoint.Endpoint;

    public bool IsShared { get; } = options.Value.Scope == CacheScope.Shared;

    public async Task<Result<CtResponse<TSeries>>> FetchAsync(
        CtSeriesQuery request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var result = await cloudflare.GetAsync(
            Endpoint, request.PathAndQuery, caller, purpose, waited, endpoint.Reader, cancellationToken);
        return result.IsSuccess(out var reply, out var failure)
            ? new CtResponse<TSeries>(reply.Result, reply.Messages, reply.ReceivedAt)
            : failure.Advise(request);
    }

    public Lifetime LifetimeOf(CtSeriesQuery request, CtResponse<TSeries> reply) => RadarLifetime.Of(request, reply.Meta);

    // The response fragments, and the messages in them, stay with the caller's own response.
    public CtResponse<TSeries> ForOthers(CtResponse<TSeries> response) =>
        response.Messages.IsEmpty ? response : new CtResponse<TSeries>(response.Data, [], response.ReceivedAt);

    public byte[] Encode(CtResponse<TSeries> response) => Payload.Write(response.Data, response.Messages, endpoint.Shape);

    public CtResponse<TSeries> Decode(CtSeriesQuery request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt)
    {
        var (data, messages) = Payload.Read(payload, endpoint.Shape);
        return new CtResponse<TSeries>(data, messages, receivedAt);
    }
}
