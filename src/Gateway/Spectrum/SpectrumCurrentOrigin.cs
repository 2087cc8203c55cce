using Gateway.Caching;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Upstream;
using Gateway.Upstream.Client;

namespace Gateway.Spectrum;

/// <summary>Connects the cache to Cloudflare's <c>current</c> endpoint.</summary>
internal sealed class SpectrumCurrentOrigin(CloudflareClient cloudflare) : IOrigin<SpectrumCurrentRequest, SpectrumCurrentResponse>
{
    // "Now" that is more than a minute old is another minute's.
    private static readonly Lifetime Now = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(60));

    public CloudflareEndpoint Endpoint => SpectrumApi.Current;

    /// <inheritdoc cref="SpectrumOrigin{TRequest}.IsShared"/>
    public bool IsShared => false;

    public async Task<Result<SpectrumCurrentResponse>> FetchAsync(
        SpectrumCurrentRequest request, Caller caller, CallPurpose purpose, TimeSpan waited, CancellationToken cancellationToken)
    {
        var reader = new SpectrumCurrentReader(request.ZoneId);
        var result = await cloudflare.GetAsync(
            SpectrumApi.Current, request.PathAndQuery, caller, purpose, waited, reader, cancellationToken);
        return result.IsSuccess(out var reply, out var failure)
            ? new SpectrumCurrentResponse(reply.Result, reply.Messages, reply.ReceivedAt)
            : failure;
    }

    public Lifetime LifetimeOf(SpectrumCurrentRequest request, SpectrumCurrentResponse response) => Now;

    public byte[] Encode(SpectrumCurrentResponse response) => SpectrumCurrentPayload.Write(response);

    public SpectrumCurrentResponse Decode(
        SpectrumCurrentRequest request, ReadOnlyMemory<byte> payload, DateTimeOffset receivedAt) =>
        SpectrumCurrentPayload.Read(payload, request.ZoneId, receivedAt);
}
