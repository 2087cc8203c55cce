using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>A successful response, as stored in the cache. It is immutable and shared by requests.</summary>
/// <param name="Data">The data.</param>
/// <param name="AskedAt">When the call was made, on the wall clock. It decides which instants a window stands for.</param>
/// <param name="Messages">What Cloudflare said beside the data.</param>
/// <param name="ReceivedAt">When the response was received, on the wall clock.</param>
internal sealed record SpectrumResponse(
    SpectrumData Data, DateTimeOffset AskedAt, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt)
    : ICacheableResponse
{
    public FragmentStore Fragments { get; } = new();

    public long Size => 256 + Data.Size + CloudflareMessage.SizeOf(Messages);
}
