using Gateway.Shared;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>The state that the caches of all features share, bounded by <see cref="CacheOptions.MemoryBytes"/>.</summary>
internal sealed class CacheState(
    IOptions<CacheOptions> options,
    IOptions<CloudflareOptions> cloudflare,
    RateLimits limits,
    KnownCredentials known,
    TimeProvider time,
    WallClock wall,
    CacheMetrics metrics,
    IDistributedTier? distributed = null)
{
    private readonly DividedCache<(CacheKey Request, CredentialFingerprint Caller), RequestKeys> _keys =
        new(options.Value.StateBytes, static _ => RequestKeys.Size);

    public CacheOptions Options { get; } = options.Value;

    public BoundedCache<CacheKey, CacheEntry> Entries { get; } = EntriesOf(options.Value, metrics);

    public Leases Leases { get; } = new(options.Value, known);

    /// <summary>The checks of lapsed leases. Requests wait for a check as long as one attempt may take.</summary>
    public AccessChecks Checks { get; } = new(cloudflare.Value.AttemptTimeout, time);

    public RateLimits Limits { get; } = limits;

    public CacheMetrics Metrics { get; } = metrics;

    /// <summary>The credentials with a recent 2xx. What is kept of all others is bounded apart.</summary>
    public KnownCredentials Known { get; } = known;

    public NoCacheMarks NoCache { get; } = new(options.Value.StateBytes);

    /// <summary>Requests, by credential, that Cloudflare failed to answer.</summary>
    public NegativeCache Outages { get; } = new(options.Value.StateBytes);

    /// <summary>The distributed tier (L2); null without Redis.</summary>
    public IDistributedTier? Distributed { get; } = distributed;

    /// <summary>The monotonic clock of all durations.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>The wall clock. It only tells the age of entries that another replica fetched.</summary>
    public WallClock Wall { get; } = wall;

    /// <summary>Gets the keys of a request. They are cached: digests are expensive, and dashboards repeat their requests.</summary>
    public RequestKeys KeysOf(ICacheableRequest request, CloudflareEndpoint endpoint, Caller caller)
    {
        var key = (request.Key, caller.Fingerprint);
        if (_keys.Known.Find(key) is { } kept)
        {
            return kept;
        }

        var keys = _keys.Guests.Find(key) ?? RequestKeys.Of(request, endpoint, caller);
        _keys.Set(key, Known.Contains(caller.Fingerprint), keys);
        return keys;
    }

    private static BoundedCache<CacheKey, CacheEntry> EntriesOf(CacheOptions options, CacheMetrics metrics)
    {
        var entries = new BoundedCache<CacheKey, CacheEntry>(options.EntryBytes, static entry => entry.Measure());
        metrics.Watch(entries);
        return entries;
    }
}
