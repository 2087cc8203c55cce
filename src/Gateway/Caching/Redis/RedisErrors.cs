using Gateway.Time;

namespace Gateway.Caching.Redis;

/// <summary>Counts Redis errors, and logs each kind at most once a second.</summary>
internal sealed class RedisErrors(ILogger<RedisTier> logger, RedisMetrics metrics, TimeProvider time)
{
    private readonly LogThrottle<RedisErrorKind> _throttle = new(TimeSpan.FromSeconds(1), time);

    public RedisErrorKind Add(Exception exception)
    {
        var kind = RedisErrorKinds.Of(exception);
        metrics.Failed(kind);
        if (_throttle.TryPass(kind, out var suppressed))
        {
            RedisLog.Failed(logger, kind, suppressed);
        }

        return kind;
    }
}
