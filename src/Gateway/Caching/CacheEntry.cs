using static Gateway.Time.Instants;

namespace Gateway.Caching;

/// <summary>
/// A response in the memory tier (L1). Its times are on this process's monotonic clock; only <see cref="FetchedAt"/> is wall-clock time.
/// </summary>
internal sealed class CacheEntry
{
    private int _isRefreshing;
    private volatile Lease? _lease;

    /// <param name="response">The response.</param>
    /// <param name="since">When Cloudflare sent it, on the monotonic clock.</param>
    /// <param name="lifetime">How long it may be used.</param>
    /// <param name="isOwn">Whether this replica fetched it from Cloudflare itself; false for an entry from L2.</param>
    public CacheEntry(ICacheableResponse response, DateTimeOffset since, Lifetime lifetime, bool isOwn)
    {
        Response = response;
        Since = since;
        FreshUntil = since + Spread(lifetime.Fresh);
        UpdatingUntil = FreshUntil + lifetime.WhileRevalidating;
        StaleUntil = FreshUntil + lifetime.IfError;
        RefreshAt = FreshUntil - Lead(lifetime.Fresh);
        if (lifetime.Turn is { } turn)
        {
            var turnsAt = since + turn.After;
            UpdatingUntil = Earlier(UpdatingUntil, turnsAt + turn.WhileRevalidating);
            StaleUntil = Earlier(StaleUntil, turnsAt + turn.IfError);
            if (turnsAt <= FreshUntil)
            {
                // Not refreshed before it turns: the refresh would be expired as soon.
                RefreshAt = FreshUntil = turnsAt;
            }
        }

        IsOwn = isOwn;
    }

    public ICacheableResponse Response { get; }

    /// <summary>When Cloudflare responded, on the wall clock of the replica that called it. Callers see this time.</summary>
    public DateTimeOffset FetchedAt => Response.ReceivedAt;

    /// <summary>When Cloudflare responded, on this process's monotonic clock.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>
    /// From this time on a hit refreshes the entry in the background. Each replica draws the time at random, unless the request turns
    /// first.
    /// </summary>
    public DateTimeOffset RefreshAt { get; }

    public DateTimeOffset FreshUntil { get; }

    public DateTimeOffset UpdatingUntil { get; }

    public DateTimeOffset StaleUntil { get; }

    public bool IsOwn { get; }

    /// <summary>The lease of a credential's own entry: the entry is readable under this lease only. Null for a shared entry.</summary>
    public Lease? Lease
    {
        get => _lease;
        set => _lease = value;
    }

    /// <summary>The entry's size in bytes, fragments included.</summary>
    public long Measure() => Response.Size + Response.Fragments.Bytes;

    public bool IsFresh(DateTimeOffset now) => now < FreshUntil;

    public bool IsUpdatable(DateTimeOffset now) => now < UpdatingUntil;

    public bool IsUsableOnError(DateTimeOffset now) => now < StaleUntil;

    /// <summary>
    /// Whether this entry replaces another one of the same request. It has to be newer. An entry from L2 never replaces a fresh one that
    /// this replica fetched itself.
    /// </summary>
    public bool Outranks(CacheEntry other, DateTimeOffset now) =>
        other.Lease is { IsEnded: true } || (IsOwn ? Since >= other.Since : Since > other.Since && !(other.IsOwn && other.IsFresh(now)));

    /// <summary>True for one caller at a time, until <see cref="EndRefresh"/>.</summary>
    public bool TryBeginRefresh() => Interlocked.CompareExchange(ref _isRefreshing, 1, 0) == 0;

    public void EndRefresh() => Volatile.Write(ref _isRefreshing, 0);

    // Varies the time by up to a tenth: otherwise the panels of a dashboard, or all replicas, would expire at the same moment.
    private static TimeSpan Spread(TimeSpan time) => time * (0.9 + (0.2 * Random.Shared.NextDouble()));

    /// <summary>
    /// How long before its expiry an entry is refreshed: at most a fifth of its lifetime. The time is exponentially distributed, so few
    /// replicas refresh at the same time (XFetch: "Optimal Probabilistic Cache Stampede Prevention", Vattani et al., VLDB 2015).
    /// </summary>
    private static TimeSpan Lead(TimeSpan time) => time * (0.2 * Math.Min(1, -Math.Log(1 - Random.Shared.NextDouble())));
}
