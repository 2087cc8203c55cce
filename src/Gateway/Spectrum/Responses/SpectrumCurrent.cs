using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>The connections of one zone in the last minute.</summary>
public sealed class SpectrumCurrent
{
    private readonly SpectrumCurrentResponse _response;

    internal SpectrumCurrent(SpectrumCurrentResponse response, Freshness freshness) => (_response, Freshness) = (response, freshness);

    /// <summary>The Spectrum applications with traffic in the last minute, in the order of Cloudflare's answer.</summary>
    [ListSize(AssumedSize = 20)]
    public IReadOnlyList<SpectrumCurrentApp> Apps => _response.Apps;

    /// <summary>Messages that Cloudflare sent with the answer.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    internal FragmentStore Fragments => _response.Fragments;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }
}
