using System.Collections.Immutable;
using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>A successful response, as stored in the cache. It is immutable and shared by requests.</summary>
/// <param name="Apps">The applications of all pages.</param>
/// <param name="IsTruncated">Whether there may be more.</param>
/// <param name="Messages">What Cloudflare said beside the data.</param>
/// <param name="ReceivedAt">When the first page was received, on the wall clock.</param>
internal sealed record SpectrumAppsResponse(
    SpectrumApp[] Apps, bool IsTruncated, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt) : ICacheableResponse
{
    public FragmentStore Fragments { get; } = new();

    public long Size => 200 + MemorySize.OfArray(Apps.Length, 8) + Apps.Sum(static app => app.Size) + CloudflareMessage.SizeOf(Messages);
}
