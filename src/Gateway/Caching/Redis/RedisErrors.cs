namespace Gateway.Caching.Redis;

/// <summary>Counts errors, and logs each kind at most once a second.</summary>
internal sealed class RedisErrors(ILogger<RedisTier> logger, RedisMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Kind[] _kinds = [.. Enum.GetValues<RedisErrorKind>().Select(_ => new Kind())];

    public RedisErrorKind Add(Exception exception)
    {
        var error = RedisErrorKinds.Of(exception);
        metrics.Failed(error);
        var kind = _kinds[(int)error];
        var last = Volatile.Read(ref kind.LoggedAt);
        var now = time.GetTimestamp();
        if ((last != 0 && time.GetElapsedTime(last, now) < Interval) || Interlocked.CompareExchange(ref kind.LoggedAt, now, last) != last)
        {
            Interlocked.Increment(ref kind.Suppressed);
        }
        else
        {
            RedisLog.Failed(logger, error, Interlocked.Exchange(ref kind.Suppressed, 0));
        }

        return error;
    }

    private sealed class Kind
    {
        public long LoggedAt;
        public long Suppressed;
    }
}
