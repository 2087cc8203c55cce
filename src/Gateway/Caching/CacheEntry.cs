namespace Gateway.Caching;

/// <summary>An answer in memory. Its times are of this process's own clock, but for <see cref="FetchedAt"/>.</summary>
internal sealed class CacheEntry
{
    private int _isRefreshing;
    private long _fragmentBytes;
    private volatile Lease? _lease;

    /// <param name="response">What Cloudflare answered.</param>
    /// <param name="since">When that was.</param>
    /// <param name="lifetime">How long it may be used.</param>
    /// <param name="isOwn">Whether this replica fetched it itself, rather than read it from L2.</param>
    public CacheEntry(ICacheableResponse response, DateTimeOffset since, Lifetime lifetime, bool isOwn)
    {
        Response = response;
        Since = since;
        FreshUntil = since + Spread(lifetime.Fresh);
        UpdatingUntil = FreshUntil + lifetime.WhileRevalidating;
        StaleUntil = FreshUntil + lifetime.IfError;
        RefreshAt = FreshUntil - Lead(lifetime.Fresh);
        IsOwn = isOwn;
    }

    public ICacheableResponse Response { get; }

    /// <summary>When Cloudflare answered, by the wall clock of the replica that asked: what callers are told.</summary>
    public DateTimeOffset FetchedAt => Response.ReceivedAt;

    /// <summary>When Cloudflare answered.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>From here on whoever reads it has it fetched anew, without waiting; each replica draws its own moment.</summary>
    public DateTimeOffset RefreshAt { get; }

    public DateTimeOffset FreshUntil { get; }

    public DateTimeOffset UpdatingUntil { get; }

    public DateTimeOffset StaleUntil { get; }

    public bool IsOwn { get; }

    /// <summary>The access that a credential's own entry is read under, and ends with; null where the entry is shared.</summary>
    public Lease? Lease
    {
        get => _lease;
        set => _lease = value;
    }

    /// <summary>Whether what was written of the reply has come to it since it was measured.</summary>
    public bool HasGrown => Response.Fragments.Bytes != Volatile.Read(ref _fragmentBytes);

    /// <summary>In bytes of memory.</summary>
    public long Measure()
    {
        var fragmentBytes = Response.Fragments.Bytes;
        Volatile.Write(ref _fragmentBytes, fragmentBytes);
        return Response.Size + fragmentBytes;
    }

    public bool IsFresh(DateTimeOffset now) => now < FreshUntil;

    public bool IsUpdatable(DateTimeOffset now) => now < UpdatingUntil;

    public bool IsUsableOnError(DateTimeOffset now) => now < StaleUntil;

    /// <summary>
    /// Whether it takes precedence over another entry for the same request: what was read from L2 never takes the place of a fresh answer
    /// that this replica fetched itself.
    /// </summary>
    public bool Outranks(CacheEntry other, DateTimeOffset now) =>
        other.Lease is { IsEnded: true } || (IsOwn ? Since >= other.Since : Since > other.Since && !(other.IsOwn && other.IsFresh(now)));

    /// <summary>True for one at a time, until <see cref="EndRefresh"/>.</summary>
    public bool TryBeginRefresh() => Interlocked.CompareExchange(ref _isRefreshing, 1, 0) == 0;

    public void EndRefresh() => Volatile.Write(ref _isRefreshing, 0);

    // Give or take a tenth, so that neither the entries of a dashboard nor the replicas of a gateway act in step.
    private static TimeSpan Spread(TimeSpan time) => time * (0.9 + (0.2 * Random.Shared.NextDouble()));

    /// <summary>
    /// How long before its end an entry is fetched early: exponentially distributed as in XFetch (Vattani et al., VLDB 2015), which keeps
    /// the expected number of replicas that do it at once low; a fifth of the time at most.
    /// </summary>
    private static TimeSpan Lead(TimeSpan time) => time * (0.2 * Math.Min(1, -Math.Log(1 - Random.Shared.NextDouble())));
}
