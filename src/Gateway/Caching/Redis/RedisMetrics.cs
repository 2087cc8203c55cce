using System.Diagnostics.Metrics;

namespace Gateway.Caching.Redis;

/// <summary>What is counted of level two. No tag holds a key or anything of a caller.</summary>
internal sealed class RedisMetrics
{
    public const string MeterName = "Gateway.Caching.Redis";

    private readonly Counter<long> _failures;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _connections;

    public RedisMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _failures = meter.CreateCounter<long>("gateway.redis.failures", "{operation}", "Operations that Redis failed, by kind of trouble.");
        _unreadable = meter.CreateCounter<long>("gateway.redis.unreadable", "{value}", "Values and announcements that were not believed, by reason.");
        _dropped = meter.CreateCounter<long>("gateway.redis.dropped", "{command}", "Background commands that were given up, by command.");
        _connections = meter.CreateCounter<long>("gateway.redis.connections", "{connection}", "Connections that were opened afresh.");
    }

    public void Failed(RedisTrouble trouble) => _failures.Add(1, new KeyValuePair<string, object?>("error.type", trouble.ToString()));

    public void Unreadable(Opening reason) => _unreadable.Add(1, new KeyValuePair<string, object?>("reason", reason.ToString()));

    public void UnreadableAnnouncement() => _unreadable.Add(1, new KeyValuePair<string, object?>("reason", "Announcement"));

    public void Dropped(CommandKind command) => _dropped.Add(1, new KeyValuePair<string, object?>("command", command.ToString()));

    public void Connected() => _connections.Add(1);
}
