using System.Buffers;
using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.Spectrum.Wire;

namespace Gateway.Spectrum;

/// <summary>Cloudflare's <c>bytime</c> endpoint, as the cache sees it.</summary>
internal sealed class SpectrumOrigin(CloudflareClient cloudflare) : IOrigin<SpectrumBytimeRequest, SpectrumReply>
{
    public CloudflareEndpoint Endpoint => CloudflareEndpoint.Spectrum;

    /// <summary>Traffic of a zone is its owner's: entries belong to one credential.</summary>
    public bool IsShared => false;

    public async Task<Result<SpectrumReply>> FetchAsync(
        SpectrumBytimeRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var result = await cloudflare.GetAsync(
            CloudflareEndpoint.Spectrum, request.PathAndQuery, caller, purpose, waited, new BytimeReader(request), cancellationToken);
        return result.IsSuccess(out var reply, out var failure)
            ? new SpectrumReply(reply.Result, reply.Messages, reply.ReceivedAt)
            : failure;
    }

    public Lifetime LifetimeOf(SpectrumBytimeRequest request, SpectrumReply reply) => SpectrumLifetime.Of(request, reply);

    public void Encode(SpectrumReply reply, IBufferWriter<byte> payload) => SpectrumPayload.Write(reply, payload);

    public SpectrumReply? Decode(ReadOnlySpan<byte> payload, DateTimeOffset receivedAt) => SpectrumPayload.Read(payload, receivedAt);
}
