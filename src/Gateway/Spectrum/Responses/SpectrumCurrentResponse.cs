using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>A successful response, as stored in the cache. It is immutable and shared by requests.</summary>
/// <param name="Apps">The applications.</param>
/// <param name="Messages">What Cloudflare said beside the data.</param>
/// <param name="ReceivedAt">When the response was received, on the wall clock.</param>
internal sealed record SpectrumCurrentResponse(
    SpectrumCurrentApp[] Apps, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public FragmentStore Fragments { get; } = new();

    public long Size => 240 + MemorySize.OfArray(Apps.Length, 8) + Apps.Sum(static app => app.Size) + CloudflareMessage.SizeOf(Messages);
}
