namespace Gateway.Caching;

/// <summary>A response, and where it came from.</summary>
internal sealed record Cached<TResponse>(TResponse Response, Freshness Freshness);

/// <summary>Where an answer came from and how old it is.</summary>
/// <param name="Status">Whether the answer came from the cache or from Cloudflare.</param>
/// <param name="FetchedAt">When the gateway received the answer from Cloudflare.</param>
/// <param name="AgeSeconds">The age of the answer in seconds: the time since `fetchedAt`.</param>
/// <param name="ExpiresAt">When the answer is no longer fresh. The gateway may ask Cloudflare earlier, in the background.</param>
public sealed record Freshness(CacheStatus Status, DateTimeOffset FetchedAt, double AgeSeconds, DateTimeOffset ExpiresAt)
{
    /// <summary>
    /// The freshness of an answer that consists of several: of each value the worst. An answer is a hit only if all parts are.
    /// </summary>
    internal static Freshness Of(IReadOnlyCollection<Freshness> parts) => new(
        parts.Select(static part => part.Status).MaxBy(Severity),
        parts.Min(static part => part.FetchedAt),
        parts.Max(static part => part.AgeSeconds),
        parts.Min(static part => part.ExpiresAt));

    // Expired data first, then that the caller waited for Cloudflare.
    private static int Severity(CacheStatus status) => status switch
    {
        CacheStatus.Stale => 4,
        CacheStatus.Updating => 3,
        CacheStatus.Bypass => 2,
        CacheStatus.Miss => 1,
        _ => 0,
    };
}

/// <summary>Whether an answer came from the cache or from Cloudflare. The names are those of Cloudflare's `CF-Cache-Status`.</summary>
public enum CacheStatus
{
    /// <summary>A fresh answer from the cache.</summary>
    Hit,

    /// <summary>From Cloudflare, because the cache had no answer to this request for this credential.</summary>
    Miss,

    /// <summary>An expired answer from the cache, because Cloudflare is unavailable or limits requests.</summary>
    Stale,

    /// <summary>An expired answer from the cache, while the gateway fetches a new one.</summary>
    Updating,

    /// <summary>From Cloudflare, because the request bypassed the cache.</summary>
    Bypass,
}
