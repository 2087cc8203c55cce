using System.Diagnostics.Metrics;

namespace Gateway.Caching;

/// <summary>Metrics of the cache. Those of Redis are in <see cref="Redis.RedisMetrics"/>.</summary>
internal static class CacheMetrics
{
    public const string MeterName = "Gateway.Caching";

    private static readonly Meter s_meter = new(MeterName);
    private static readonly Counter<long> s_undecodable = s_meter.CreateCounter<long>(
        "gateway.cache.undecodable", "{entry}", "L2 entries that were decrypted but could not be decoded.");

    public static void Undecodable(string endpoint) => s_undecodable.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
}
