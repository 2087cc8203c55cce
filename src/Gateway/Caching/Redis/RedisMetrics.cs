using System.Diagnostics.Metrics;

namespace Gateway.Caching.Redis;

/// <summary>Metrics of the distributed tier. No tag holds a key or identifies a caller.</summary>
internal sealed class RedisMetrics
{
    public const string MeterName = "Gateway.Caching.Redis";

    private readonly Counter<long> _failures;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _dropped;

    public RedisMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _failures = meter.CreateCounter<long>("gateway.redis.failures", "{operation}", "Redis operations that failed, by kind of error.");
        _unreadable = meter.CreateCounter<long>(
            "gateway.redis.unreadable", "{value}", "Values read from Redis that could not be decrypted or parsed, by reason.");
        _dropped = meter.CreateCounter<long>("gateway.redis.dropped", "{command}",
            "Background writes and removals that were dropped or failed, by command.");
    }

    public void Failed(RedisErrorKind error) => _failures.Add(1, new KeyValuePair<string, object?>("error.type", error.ToString()));

    public void Unreadable(OpenResult reason) => _unreadable.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public void Dropped(bool isWrite) => _dropped.Add(1, new KeyValuePair<string, object?>("command", isWrite ? "Write" : "Remove"));
}
