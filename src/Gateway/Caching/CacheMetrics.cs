using System.Diagnostics.Metrics;

namespace Gateway.Caching;

/// <summary>What the cache counts beside what level two counts of itself.</summary>
internal static class CacheMetrics
{
    public const string MeterName = "Gateway.Caching";

    private static readonly Meter s_meter = new(MeterName);
    private static readonly Counter<long> s_undecodable = s_meter.CreateCounter<long>(
        "gateway.cache.undecodable", "{entry}", "Entries of level two that opened, and whose payload no version of the gateway has written so.");

    public static void Undecodable(string endpoint) => s_undecodable.Add(1, new KeyValuePair<string, object?>("endpoint", endpoint));
}
