namespace Gateway.Caching;

/// <summary>A reply in level one, with its times.</summary>
internal sealed class CacheEntry
{
    // A clock that was set back must not make old entries young.
    private static readonly TimeSpan MaxSkew = TimeSpan.FromSeconds(5);

    private readonly LookClock _looks;
    private int _isRefreshing;
    private long _renderings;

    private CacheEntry(ICacheableReply reply, DateTimeOffset freshUntil, DateTimeOffset staleUntil, Lifetime lifetime, DateTimeOffset now)
    {
        Reply = reply;
        FreshUntil = freshUntil;
        StaleUntil = staleUntil;
        UpdatingUntil = freshUntil + lifetime.WhileRevalidating;
        RefreshAt = freshUntil - Jitter.Lead(lifetime.Fresh);
        _looks = new LookClock(now);
    }

    public ICacheableReply Reply { get; }

    /// <summary>Whether what was written of the reply has come to it since it was measured.</summary>
    public bool HasGrown => Reply.Renderings.Bytes != Volatile.Read(ref _renderings);

    public DateTimeOffset FetchedAt => Reply.ReceivedAt;

    /// <summary>From here on whoever reads it has it fetched anew, without waiting; each replica draws its own moment.</summary>
    public DateTimeOffset RefreshAt { get; }

    public DateTimeOffset FreshUntil { get; }

    public DateTimeOffset UpdatingUntil { get; }

    public DateTimeOffset StaleUntil { get; }

    public static CacheEntry Of(ICacheableReply reply, Lifetime lifetime, DateTimeOffset now)
    {
        var freshUntil = reply.ReceivedAt + Jitter.Spread(lifetime.Fresh);
        return new CacheEntry(reply, freshUntil, freshUntil + lifetime.IfError, lifetime, now);
    }

    /// <summary>In bytes of memory.</summary>
    public long Measure()
    {
        var renderings = Reply.Renderings.Bytes;
        Volatile.Write(ref _renderings, renderings);
        return Reply.Size + renderings;
    }

    public bool IsFresh(DateTimeOffset now) => now < FreshUntil && now > FetchedAt - MaxSkew;

    public bool IsUpdatable(DateTimeOffset now) => now < UpdatingUntil && now > FetchedAt - MaxSkew;

    public bool IsUsableOnError(DateTimeOffset now) => now < StaleUntil && now > FetchedAt - MaxSkew;

    /// <inheritdoc cref="LookClock.TryClaim"/>
    public bool TryClaimLook(DateTimeOffset now) => _looks.TryClaim(now);

    /// <summary>True for one at a time, until <see cref="EndRefresh"/>.</summary>
    public bool TryBeginRefresh() => Interlocked.CompareExchange(ref _isRefreshing, 1, 0) == 0;

    public void EndRefresh() => Volatile.Write(ref _isRefreshing, 0);
}
