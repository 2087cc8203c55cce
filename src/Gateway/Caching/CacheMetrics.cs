using System.Diagnostics;
using System.Diagnostics.Metrics;
using Gateway.Shared;
using Gateway.Upstream;

namespace Gateway.Caching;

/// <summary>
/// Metrics and spans of the cache. No tag holds a key or identifies a caller. Those of Redis are in <see cref="Redis.RedisMetrics"/>.
/// </summary>
internal sealed class CacheMetrics
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string MeterName = "Gateway.Caching";

    private const string Endpoint = "gateway.endpoint";
    private const string Outcome = "gateway.cache.outcome";
    private const string Tier = "gateway.cache.tier";
    private const string ErrorType = "error.type";

    private static readonly ActivitySource Source = new(MeterName);

    private readonly Meter _meter;
    private readonly Counter<long> _requests;
    private readonly Histogram<double> _age;
    private readonly Counter<long> _shared;
    private readonly Counter<long> _refreshes;
    private readonly Counter<long> _renewals;
    private readonly Counter<long> _undecodable;

    public CacheMetrics(IMeterFactory meters)
    {
        _meter = meters.Create(MeterName);
        _requests = _meter.CreateCounter<long>(
            "gateway.cache.requests", "{request}",
            "Requests to an endpoint, by outcome (hit, miss, updating, stale, bypass, failure) and by the tier that answered "
                + "(memory, redis, upstream).");
        _age = _meter.CreateHistogram(
            "gateway.cache.age", "s", "Age of the data that was served.", tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries = [0, 1, 5, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 14_400, 86_400],
            });
        _shared = _meter.CreateCounter<long>(
            "gateway.cache.shared_fetches", "{request}", "Requests that joined a fetch in progress instead of starting one.");
        _refreshes = _meter.CreateCounter<long>(
            "gateway.cache.refreshes", "{fetch}", "Background refreshes of entries that ended, by kind of failure.");
        _renewals = _meter.CreateCounter<long>(
            "gateway.cache.lease.renewals", "{fetch}", "Background renewals of leases that ended, by kind of failure.");
        _undecodable = _meter.CreateCounter<long>(
            "gateway.cache.undecodable", "{entry}", "L2 entries that were decrypted but could not be decoded.");
    }

    /// <summary>Observes the entries in memory.</summary>
    public void Watch(BoundedCache<CacheKey, CacheEntry> entries)
    {
        _meter.CreateObservableUpDownCounter("gateway.cache.entries", () => entries.Count, "{entry}", "Entries in memory.");
        _meter.CreateObservableUpDownCounter("gateway.cache.size", () => entries.Used, "By", "Memory of the entries, as estimated.");
        _meter.CreateObservableCounter(
            "gateway.cache.evictions", () => entries.Evictions, "{entry}", "Entries that were evicted from memory to make room.");
    }

    /// <summary>Starts the span of a request; null without a listener that wants it, and within what is not traced.</summary>
    public static Activity? Start(CloudflareEndpoint endpoint) => Source.HasListeners() && Activity.Current is { IsAllDataRequested: true }
        ? Source.StartActivity("cache " + endpoint.Name)?.SetTag(Endpoint, endpoint.Name)
        : null;

    /// <summary>Counts the outcome of a request, and writes it on its span.</summary>
    public void Answered(CloudflareEndpoint endpoint, CacheTier tier, Freshness? freshness, Failure? failure, Activity? span)
    {
        if (!_requests.Enabled && !_age.Enabled && span is null)
        {
            return;
        }

        var (outcome, by) = (NameOf(freshness?.Status), NameOf(tier));
        var tags = new TagList { { Endpoint, endpoint.Name }, { Outcome, outcome } };
        if (freshness is not null)
        {
            _age.Record(freshness.AgeSeconds, tags);
        }

        tags.Add(Tier, by);
        span?.SetTag(Outcome, outcome).SetTag(Tier, by);
        if (failure is not null)
        {
            var kind = failure.Kind.ToString();
            tags.Add(ErrorType, kind);
            span?.SetStatus(ActivityStatusCode.Error).SetTag(ErrorType, kind);
        }
        else
        {
            span?.SetTag("gateway.cache.age", freshness!.AgeSeconds);
        }

        _requests.Add(1, tags);
    }

    public void Shared(CloudflareEndpoint endpoint) => _shared.Add(1, new KeyValuePair<string, object?>(Endpoint, endpoint.Name));

    /// <summary>Counts a fetch in the background.</summary>
    public void BackgroundEnded(CloudflareEndpoint endpoint, bool isRenewal, Failure? failure)
    {
        var tags = new TagList { { Endpoint, endpoint.Name } };
        if (failure is not null)
        {
            tags.Add(ErrorType, failure.Kind.ToString());
        }

        (isRenewal ? _renewals : _refreshes).Add(1, tags);
    }

    public void Undecodable(string endpoint) => _undecodable.Add(1, new KeyValuePair<string, object?>(Endpoint, endpoint));

    private static string NameOf(CacheStatus? status) => status switch
    {
        CacheStatus.Hit => "hit",
        CacheStatus.Miss => "miss",
        CacheStatus.Stale => "stale",
        CacheStatus.Updating => "updating",
        CacheStatus.Bypass => "bypass",
        _ => "failure",
    };

    private static string NameOf(CacheTier tier) => tier switch
    {
        CacheTier.Memory => "memory",
        CacheTier.Redis => "redis",
        _ => "upstream",
    };
}

/// <summary>What answered a request.</summary>
internal enum CacheTier
{
    /// <summary>This replica's memory (L1).</summary>
    Memory,

    /// <summary>Redis (L2), which this request read.</summary>
    Redis,

    /// <summary>Cloudflare, which was called for this request.</summary>
    Upstream,
}
