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
    TimeProvider time,
    WallClock wall,
    IDistributedTier? distributed = null)
{
    private readonly BoundedCache<(CacheKey Request, CredentialFingerprint Caller), RequestKeys> _keys =
        new(options.Value.StateBytes, static _ => RequestKeys.Size);

    public CacheOptions Options { get; } = options.Value;

    public BoundedCache<CacheKey, CacheEntry> Entries { get; } = new(options.Value.EntryBytes, static entry => entry.Measure());

    public Leases Leases { get; } = new(options.Value);

    /// <summary>The checks of lapsed leases. Requests wait for a check as long as one attempt may take.</summary>
    public AccessChecks Checks { get; } = new(cloudflare.Value.AttemptTimeout, time);

    public RateLimits Limits { get; } = limits;

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
        if (_keys.Find(key) is { } known)
        {
            return known;
        }

        var keys = RequestKeys.Of(request, endpoint, caller);
        _keys.Set(key, keys);
        return keys;
    }
}
