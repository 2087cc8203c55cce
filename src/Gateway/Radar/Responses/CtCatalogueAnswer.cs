using Gateway.Upstream;

namespace Gateway.Radar.Responses;

/// <summary>What answers without series have.</summary>
public abstract class CtCatalogueAnswer
{
    private protected CtCatalogueAnswer(IReadOnlyList<CloudflareMessage> messages, Caching.Freshness freshness) =>
        (Messages, Freshness) = (messages, freshness);

    /// <summary>
    /// Messages that Cloudflare sent with the answer. Callers share answers, but only the caller whose credential Cloudflare answered gets
    /// its messages.
    /// </summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages { get; }

    /// <summary>Where the answer came from and how old it is.</summary>
    public Caching.Freshness Freshness { get; }
}
