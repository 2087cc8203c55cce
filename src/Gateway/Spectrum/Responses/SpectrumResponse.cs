using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>A success of Cloudflare's as the gateway keeps it; the same for every request that gets it.</summary>
internal sealed record SpectrumResponse(SpectrumData Data, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public ResponseFragments Fragments { get; } = new();

    public long Size => 200 + Data.Size + CloudflareMessage.SizeOf(Messages);
}
