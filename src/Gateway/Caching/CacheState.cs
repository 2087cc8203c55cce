using Gateway.Shared;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>What the features' caches keep, within one bound.</summary>
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

    /// <summary>A check waits for one attempt at most.</summary>
    public AccessChecks Checks { get; } = new(cloudflare.Value.AttemptTimeout, time);

    public RateLimits Limits { get; } = limits;

    public NoCacheMarks NoCache { get; } = new(options.Value.StateBytes);

    /// <summary>Requests of a credential that Cloudflare could not answer.</summary>
    public NegativeCache Outages { get; } = new(options.Value.StateBytes);

    /// <summary>L2, where one is configured.</summary>
    public IDistributedTier? Distributed { get; } = distributed;

    /// <summary>What every duration goes by.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>What tells the age of what another replica fetched, and nothing else.</summary>
    public WallClock Wall { get; } = wall;

    /// <summary>The keys of a request, which are kept: digests are expensive, and dashboards ask again and again.</summary>
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
