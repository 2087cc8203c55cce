namespace Gateway.Caching;

/// <summary>When something in level one was last compared with level two.</summary>
internal sealed class LookClock(DateTimeOffset last)
{
    /// <summary>How long level one is believed while level two answers: within this time a replica learns what others know.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private long _last = last.UtcTicks;

    /// <summary>Whether it is time to look again; true for one caller, while the others go on with what they have.</summary>
    public bool TryClaim(DateTimeOffset now)
    {
        var last = Volatile.Read(ref _last);
        return Math.Abs(now.UtcTicks - last) >= Interval.Ticks && Interlocked.CompareExchange(ref _last, now.UtcTicks, last) == last;
    }
}
