using System.Diagnostics.Metrics;

namespace Gateway.Caching;

/// <summary>Metrics of the cache. Those of Redis are in <see cref="Redis.RedisMetrics"/>.</summary>
internal static class CacheMetrics
{
    public const string MeterName = "Gateway.Caching";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> UndecodableEntries = Meter.CreateCounter<long>(
        "gateway.cache.undecodable", "{entry}", "L2 entries that were decrypted but could not be decoded.");

    public static void Undecodable(string endpoint) => UndecodableEntries.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
}
