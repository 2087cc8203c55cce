using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>A successful response, as stored in the cache. It is immutable and shared by requests.</summary>
internal sealed record SpectrumResponse(
    SpectrumData Data, SpectrumPeriod Period, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt)
    : ICacheableResponse
{
    public ResponseFragments Fragments { get; } = new();

    public long Size => 280 + Data.Size + CloudflareMessage.SizeOf(Messages);
}
