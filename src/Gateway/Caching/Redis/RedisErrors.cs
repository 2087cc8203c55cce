namespace Gateway.Caching.Redis;

/// <summary>Counts Redis errors, and logs each kind at most once a second.</summary>
internal sealed class RedisErrors(ILogger<RedisTier> logger, RedisMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly Dictionary<RedisErrorKind, (long LoggedAt, long Suppressed)> _kinds = [];

    public RedisErrorKind Add(Exception exception)
    {
        var kind = RedisErrorKinds.Of(exception);
        metrics.Failed(kind);
        lock (_kinds)
        {
            var isKnown = _kinds.TryGetValue(kind, out var last);
            if (isKnown && time.GetElapsedTime(last.LoggedAt) < Interval)
            {
                _kinds[kind] = last with { Suppressed = last.Suppressed + 1 };
                return kind;
            }

            _kinds[kind] = (time.GetTimestamp(), 0);
            RedisLog.Failed(logger, kind, last.Suppressed);
        }

        return kind;
    }
}
