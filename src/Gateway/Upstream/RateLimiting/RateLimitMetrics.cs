using System.Diagnostics.Metrics;

namespace Gateway.Upstream.RateLimiting;

/// <summary>Metrics of Cloudflare's rate limit. No tag identifies a caller.</summary>
internal static class RateLimitMetrics
{
    public const string MeterName = "Gateway.Upstream.RateLimiting";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Counter<long> Blocked = Meter.CreateCounter<long>(
        "gateway.cloudflare.rate_limited", "{answer}", "Responses with status 429 (Too Many Requests).");
    private static readonly Counter<long> CoolDowns = Meter.CreateCounter<long>(
        "gateway.cloudflare.cooldowns", "{cooldown}",
        "Cool-downs that began: no calls with a credential that Cloudflare limits, by reason.");
    private static readonly Counter<long> Withheld = Meter.CreateCounter<long>(
        "gateway.cloudflare.refreshes_withheld", "{refresh}",
        "Background refreshes that were skipped because the credential's quota is nearly used up.");
    private static readonly Histogram<long> Remaining = Meter.CreateHistogram<long>(
        "gateway.cloudflare.remaining", "{request}", "Requests left in the credential's quota, as a response reports it.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 10, 30, 60, 120, 300, 600, 900, 1200] });

    public static void Answered(CloudflareApi api, in RateLimitReading reading)
    {
        if (reading.IsBlock)
        {
            Blocked.Add(1, Of(api));
        }

        if (reading.Remaining is { } remaining)
        {
            Remaining.Record(remaining, Of(api));
        }
    }

    public static void CoolDownBegun(bool isBlock) =>
        CoolDowns.Add(1, new KeyValuePair<string, object?>("reason", isBlock ? "blocked" : "used_up"));

    public static void RefreshWithheld(CloudflareApi api) => Withheld.Add(1, Of(api));

    private static KeyValuePair<string, object?> Of(CloudflareApi api) => new("endpoint", api.Name);
}
