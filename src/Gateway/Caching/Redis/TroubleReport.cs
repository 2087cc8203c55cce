namespace Gateway.Caching.Redis;

/// <summary>Counts trouble and logs it, each kind once a second at most.</summary>
internal sealed class TroubleReport(ILogger<RedisSecondLevel> logger, RedisMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(1);

    private readonly Kind[] _kinds = [.. Enum.GetValues<RedisTrouble>().Select(_ => new Kind())];

    public void Add(Exception exception) => Add(RedisTroubles.Of(exception));

    public void Add(RedisTrouble trouble)
    {
        metrics.Failed(trouble);
        var kind = _kinds[(int)trouble];
        var last = Volatile.Read(ref kind.SaidAt);
        var now = time.GetTimestamp();
        if ((last != 0 && time.GetElapsedTime(last, now) < Quiet) || Interlocked.CompareExchange(ref kind.SaidAt, now, last) != last)
        {
            Interlocked.Increment(ref kind.Unsaid);
            return;
        }

        RedisLog.Trouble(logger, trouble, Interlocked.Exchange(ref kind.Unsaid, 0));
    }

    private sealed class Kind
    {
        public long SaidAt;
        public long Unsaid;
    }
}
