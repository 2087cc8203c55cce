namespace Gateway.Caching;

/// <summary>A response, and where it came from.</summary>
internal sealed record Cached<TResponse>(TResponse Response, Freshness Freshness);

/// <summary>Where an answer came from and how old it is.</summary>
/// <param name="Status">How the answer was come by.</param>
/// <param name="FetchedAt">When the gateway read it from Cloudflare.</param>
/// <param name="AgeSeconds">Seconds between then and this answer.</param>
/// <param name="ExpiresAt">When the gateway will ask Cloudflare again.</param>
public sealed record Freshness(CacheStatus Status, DateTimeOffset FetchedAt, double AgeSeconds, DateTimeOffset ExpiresAt);

/// <summary>How an answer was come by, in the words of Cloudflare's own cache.</summary>
public enum CacheStatus
{
    /// <summary>From the cache, and fresh.</summary>
    Hit,

    /// <summary>From Cloudflare: the cache had nothing for this request and this credential.</summary>
    Miss,

    /// <summary>From the cache, past its time, since Cloudflare can't be asked now.</summary>
    Stale,

    /// <summary>From the cache, past its time, while a newer answer is on its way.</summary>
    Updating,

    /// <summary>From Cloudflare, past the cache.</summary>
    Bypass,
}
