namespace Gateway.Caching;

/// <summary>
/// A credential's right to read the cache for an endpoint, or for a zone of it. A 2xx grants it from the moment its call began; a refusal
/// ends it. All times are on this process's monotonic clock.
/// </summary>
/// <param name="length">How long a 2xx grants access.</param>
internal sealed class Lease(TimeSpan length)
{
    /// <summary>The size in memory, in bytes.</summary>
    public const int Size = 56;

    // The time between two attempts at a renewal: otherwise each hit would try again.
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(1);

    private const long Renewing = long.MaxValue;

    private long _grantedFrom = DateTimeOffset.MinValue.UtcTicks;
    private long _renewFrom;
    private volatile bool _isEnded;

    /// <summary>When the call of the last 2xx began.</summary>
    public DateTimeOffset GrantedFrom => new(Volatile.Read(ref _grantedFrom), TimeSpan.Zero);

    /// <summary>When the lease ends unless it is renewed.</summary>
    public DateTimeOffset LapsesAt => GrantedFrom + length;

    private long RenewalDue => (GrantedFrom + (0.75 * length)).UtcTicks;

    public bool IsEnded => _isEnded;

    /// <summary>Whether a renewal is in progress.</summary>
    public bool IsRenewing => Volatile.Read(ref _renewFrom) == Renewing;

    public bool IsValid(DateTimeOffset now) => IsWithin(length, now);

    /// <summary>Whether the last 2xx is at most that old and no refusal followed it.</summary>
    public bool IsWithin(TimeSpan age, DateTimeOffset now) => !_isEnded && now.UtcTicks - Volatile.Read(ref _grantedFrom) <= age.Ticks;

    /// <summary>
    /// Whether the caller is to renew the lease now. True for one caller at a time, from the last quarter of the lease on.
    /// </summary>
    public bool TryBeginRenewal(DateTimeOffset now)
    {
        var from = Volatile.Read(ref _renewFrom);
        return now.UtcTicks >= from && Interlocked.CompareExchange(ref _renewFrom, Renewing, from) == from;
    }

    /// <summary>Ends a renewal. If it brought no 2xx, the next renewal may begin a second later.</summary>
    public void EndRenewal(DateTimeOffset now) => Volatile.Write(ref _renewFrom, Math.Max((now + RenewalPause).UtcTicks, RenewalDue));

    /// <summary>Extends the lease. Not thread-safe.</summary>
    public void Grant(DateTimeOffset begunAt)
    {
        if (begunAt.UtcTicks > _grantedFrom)
        {
            Volatile.Write(ref _grantedFrom, begunAt.UtcTicks);
            var from = Volatile.Read(ref _renewFrom);
            if (from != Renewing)
            {
                Interlocked.CompareExchange(ref _renewFrom, RenewalDue, from);
            }
        }
    }

    /// <summary>Ends the lease for good. A later 2xx begins a new one.</summary>
    public void End() => _isEnded = true;
}
