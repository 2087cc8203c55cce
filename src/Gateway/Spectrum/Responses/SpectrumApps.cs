using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>The Spectrum applications of one zone.</summary>
public sealed class SpectrumApps
{
    private readonly SpectrumAppsResponse _response;

    internal SpectrumApps(SpectrumAppsResponse response, Freshness freshness) => (_response, Freshness) = (response, freshness);

    /// <summary>The applications, the oldest first.</summary>
    [ListSize(AssumedSize = 100)]
    public IReadOnlyList<SpectrumApp> Apps => _response.Apps;

    /// <summary>Whether the zone may have more applications than `apps`: the gateway reads 1,000 at most.</summary>
    public bool Truncated => _response.IsTruncated;

    /// <summary>Messages that Cloudflare sent with the answer.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    internal FragmentStore Fragments => _response.Fragments;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }
}
