using System.Diagnostics.Metrics;

namespace Gateway.Upstream.RateLimiting;

/// <summary>Metrics of Cloudflare's rate limit. No tag identifies a caller.</summary>
internal sealed class RateLimitMetrics
{
    public const string MeterName = "Gateway.Upstream.RateLimiting";

    private readonly Counter<long> _blocked;
    private readonly Counter<long> _coolDowns;
    private readonly Counter<long> _withheld;
    private readonly Histogram<long> _remaining;
    private readonly RecentMinimum _smallest;

    public RateLimitMetrics(IMeterFactory meters, TimeProvider time)
    {
        _smallest = new RecentMinimum(TimeSpan.FromMinutes(1), time);
        var meter = meters.Create(MeterName);
        _blocked = meter.CreateCounter<long>(
            "gateway.cloudflare.rate_limited", "{answer}", "Responses with status 429 (Too Many Requests).");
        _coolDowns = meter.CreateCounter<long>(
            "gateway.cloudflare.cooldowns", "{cooldown}",
            "Cool-downs that began: no calls with a credential that Cloudflare limits, by reason.");
        _withheld = meter.CreateCounter<long>(
            "gateway.cloudflare.refreshes_withheld", "{refresh}",
            "Background refreshes that were skipped because the credential's quota is nearly used up.");
        _remaining = meter.CreateHistogram<long>(
            "gateway.cloudflare.quota.remaining", "{request}",
            "Requests left in the credential's quota, as a response reports it.", tags: null,
            new InstrumentAdvice<long> { HistogramBucketBoundaries = [0, 1, 10, 30, 60, 120, 300, 600, 900, 1200] });
        meter.CreateObservableGauge(
            "gateway.cloudflare.quota.smallest",
            () => _smallest.Value is { } value ? [new Measurement<long>(value)] : Array.Empty<Measurement<long>>(),
            "{request}",
            "The smallest quota left that a response reported in the last one to two minutes, over all credentials.");
    }

    public void Answered(CloudflareApi api, in RateLimitReading reading)
    {
        if (reading.IsBlock)
        {
            _blocked.Add(1, Of(api));
        }

        if (reading.Remaining is { } remaining)
        {
            _remaining.Record(remaining, Of(api));
            _smallest.Add(remaining);
        }
    }

    public void CoolDownBegun(bool isBlock) =>
        _coolDowns.Add(1, new KeyValuePair<string, object?>("gateway.reason", isBlock ? "blocked" : "used_up"));

    public void RefreshWithheld(CloudflareApi api) => _withheld.Add(1, Of(api));

    private static KeyValuePair<string, object?> Of(CloudflareApi api) => new("gateway.api", api.Name);
}
