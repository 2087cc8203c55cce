using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>What answers without series have.</summary>
public abstract class CtCatalogueAnswer
{
    private protected CtCatalogueAnswer(
        ICacheableResponse response, IReadOnlyList<CloudflareMessage> messages, Freshness freshness) =>
        (Fragments, Messages, Freshness) = (response.Fragments, messages, freshness);

    /// <summary>
    /// Messages that Cloudflare sent with the answer. Callers share answers, but only the caller whose credential Cloudflare answered gets
    /// its messages.
    /// </summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages { get; }

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }

    internal FragmentStore Fragments { get; }
}
