using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>The Spectrum applications of one zone.</summary>
public sealed class SpectrumApps
{
    private readonly SpectrumAppsResponse _response;

    internal SpectrumApps(SpectrumAppsResponse response, Freshness freshness) => (_response, Freshness) = (response, freshness);

    /// <summary>
    /// The applications in pages, the oldest first unless `order` is given. Pages, `where` and `order` are of what the gateway has read
    /// already, and take no further call. A cursor is a place in one answer: keep `where` and `order` while you turn
    /// pages. If the applications changed since, the error `HC0078` says so: begin again with the first page.
    /// </summary>
    [UsePaging(ConnectionName = "SpectrumApps", IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public IReadOnlyList<SpectrumApp> Apps => AnswerVersion.Of(_response.Apps, _response);

    /// <summary>Whether the zone may have more applications than `apps`: the gateway reads 1,000 at most.</summary>
    public bool Truncated => _response.IsTruncated;

    /// <summary>Messages that Cloudflare sent with the answer.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    internal FragmentStore Fragments => _response.Fragments;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }
}
