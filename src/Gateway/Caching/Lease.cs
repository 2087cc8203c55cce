namespace Gateway.Caching;

/// <summary>
/// A credential's access to an endpoint, or to a zone of it, as this replica saw it: granted by a 2xx, counted from the moment its call
/// began, ended by a refusal. All times are of this process's own clock.
/// </summary>
/// <param name="length">How long a 2xx lets the credential read the cache.</param>
internal sealed class Lease(TimeSpan length)
{
    /// <summary>In bytes of memory.</summary>
    public const int Size = 56;

    // A renewal that could not be made is tried again after this time, not at each hit.
    private static readonly TimeSpan RenewalPause = TimeSpan.FromSeconds(1);

    private const long Renewing = long.MaxValue;

    private long _grantedFrom = DateTimeOffset.MinValue.UtcTicks;
    private long _renewFrom;
    private volatile bool _isEnded;

    /// <summary>When the call of the last 2xx began.</summary>
    public DateTimeOffset GrantedFrom => new(Volatile.Read(ref _grantedFrom), TimeSpan.Zero);

    /// <summary>Until when the cache is read without asking Cloudflare.</summary>
    public DateTimeOffset LapsesAt => GrantedFrom + length;

    private long RenewalDue => (GrantedFrom + (0.75 * length)).UtcTicks;

    public bool IsEnded => _isEnded;

    /// <summary>Whether a renewal is under way.</summary>
    public bool IsRenewing => Volatile.Read(ref _renewFrom) == Renewing;

    public bool IsValid(DateTimeOffset now) => IsWithin(length, now);

    /// <summary>Whether the last 2xx is no older than that and no refusal followed it.</summary>
    public bool IsWithin(TimeSpan age, DateTimeOffset now) => !_isEnded && now.UtcTicks - Volatile.Read(ref _grantedFrom) <= age.Ticks;

    /// <summary>
    /// Whether the last quarter of the lease has begun and nobody renews it: true for one caller, who goes on to renew it.
    /// </summary>
    public bool TryBeginRenewal(DateTimeOffset now)
    {
        var from = Volatile.Read(ref _renewFrom);
        return now.UtcTicks >= from && Interlocked.CompareExchange(ref _renewFrom, Renewing, from) == from;
    }

    /// <summary>Ends the renewal that was begun; where it brought no 2xx, the next may begin a second later.</summary>
    public void EndRenewal(DateTimeOffset now) => Volatile.Write(ref _renewFrom, Math.Max((now + RenewalPause).UtcTicks, RenewalDue));

    /// <summary>Prolongs the lease; one call at a time.</summary>
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

    /// <summary>Ends the lease for good: a later 2xx begins another one.</summary>
    public void End() => _isEnded = true;
}
