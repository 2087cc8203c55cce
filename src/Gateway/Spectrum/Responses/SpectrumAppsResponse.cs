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
/// <param name="Digest">The digest of the applications, which seldom change.</param>
internal sealed record SpectrumAppsResponse(
    SpectrumApp[] Apps, bool IsTruncated, ImmutableArray<CloudflareMessage> Messages, DateTimeOffset ReceivedAt, Lazy<string> Digest)
    : ICacheableResponse
{
    private Dictionary<string, SpectrumApp>? _byId;

    public FragmentStore Fragments { get; } = new();

    public string Version => Digest.Value;

    /// <summary>The application with this id; null if the zone has none.</summary>
    public SpectrumApp? Find(string id) =>
        (_byId ??= Apps.ToDictionary(static app => app.Id, StringComparer.Ordinal)).GetValueOrDefault(id);

    // With an entry of the dictionary for each application.
    public long Size =>
        340 + MemorySize.OfArray(Apps.Length, 8 + 32) + Apps.Sum(static app => app.Size) + CloudflareMessage.SizeOf(Messages);
}
