using System.Diagnostics.Metrics;

namespace Gateway.Caching;

/// <summary>Metrics of the cache. Those of Redis are in <see cref="Redis.RedisMetrics"/>.</summary>
internal sealed class CacheMetrics
{
    public const string MeterName = "Gateway.Caching";

    private readonly Counter<long> _undecodable;

    public CacheMetrics(IMeterFactory meters) =>
        _undecodable = meters.Create(MeterName).CreateCounter<long>(
            "gateway.cache.undecodable", "{entry}", "L2 entries that were decrypted but could not be decoded.");

    public void Undecodable(string endpoint) => _undecodable.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
}
