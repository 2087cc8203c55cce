using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Connects the cache to Cloudflare's <c>bytime</c> endpoint.</summary>
internal sealed class SpectrumOrigin(CloudflareClient cloudflare, WallClock wallClock) : IOrigin<SpectrumBytimeRequest, SpectrumResponse>
{
    public CloudflareEndpoint Endpoint => SpectrumApi.Bytime;

    /// <summary>Always false: the traffic of a zone is private, so each entry belongs to one credential.</summary>
    public bool IsShared => false;

    public async Task<Result<SpectrumResponse>> FetchAsync(
        SpectrumBytimeRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var result = await cloudflare.GetAsync(
            SpectrumApi.Bytime, request.PathAndQuery, caller, purpose, waited, new SpectrumBytimeReader(request), cancellationToken);
        if (result.IsSuccess(out var reply, out var failure))
        {
            return new SpectrumResponse(reply.Result, reply.Messages, reply.ReceivedAt);
        }

        var end = request.Until ?? wallClock.UtcNow;
        return failure.Advise(request, request.Since ?? end - SpectrumBytimeRequest.DefaultWindow, end);
    }

    public Lifetime LifetimeOf(SpectrumBytimeRequest request, SpectrumResponse reply) => SpectrumLifetime.Of(request, reply);

    public byte[] Encode(SpectrumResponse response) => SpectrumPayload.Write(response);

    public SpectrumResponse Decode(ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) => SpectrumPayload.Read(payload, receivedAt);
}
