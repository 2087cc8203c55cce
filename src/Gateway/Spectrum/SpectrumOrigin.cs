using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Connects the cache to one of Cloudflare's endpoints of events.</summary>
internal abstract class SpectrumOrigin<TRequest>(CloudflareEndpoint endpoint, CloudflareClient cloudflare, WallClock wall)
    : IOrigin<TRequest, SpectrumResponse>
    where TRequest : SpectrumEventsRequest
{
    public CloudflareEndpoint Endpoint => endpoint;

    /// <summary>Always false: the traffic of a zone is private, so each entry belongs to one credential.</summary>
    public bool IsShared => false;

    public async Task<Result<SpectrumResponse>> FetchAsync(
        TRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var askedAt = wall.UtcNow;
        var call = request.CallAt(askedAt);
        var reader = new SpectrumEventsReader(request, call.Since, call.Until ?? askedAt, askedAt);
        var result = await cloudflare.GetAsync(endpoint, call.PathAndQuery, caller, purpose, waited, reader, cancellationToken);
        return result.IsSuccess(out var reply, out var failure)
            ? new SpectrumResponse(reply.Result, askedAt, reply.Messages, reply.ReceivedAt)
            : failure.Advise(request, askedAt);
    }

    public Lifetime LifetimeOf(TRequest request, SpectrumResponse reply) => SpectrumLifetime.Of(request, reply);

    public byte[] Encode(SpectrumResponse response) => SpectrumPayload.Write(response);

    public SpectrumResponse Decode(TRequest request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) =>
        SpectrumPayload.Read(payload, request.ZoneId, receivedAt);
}

/// <summary>Connects the cache to Cloudflare's <c>bytime</c> endpoint.</summary>
internal sealed class SpectrumBytimeOrigin(CloudflareClient cloudflare, WallClock wall)
    : SpectrumOrigin<SpectrumBytimeRequest>(SpectrumApi.Bytime, cloudflare, wall);

/// <summary>Connects the cache to Cloudflare's <c>summary</c> endpoint.</summary>
internal sealed class SpectrumSummaryOrigin(CloudflareClient cloudflare, WallClock wall)
    : SpectrumOrigin<SpectrumSummaryRequest>(SpectrumApi.Summary, cloudflare, wall);
