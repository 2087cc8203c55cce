using Gateway.Shared;
using Gateway.Time;
using Gateway.Upstream;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>What the features' caches keep, within one bound.</summary>
internal sealed class CacheState(
    IOptions<CacheOptions> options,
    IOptions<CloudflareOptions> cloudflare,
    RateLimits limits,
    NoCacheMarks noCache,
    IDistributedTier second,
    TimeProvider time,
    WallClock wall)
{
    public CacheOptions Options { get; } = options.Value;

    public BoundedCache<CacheKey, CacheEntry> Entries { get; } = new(options.Value.EntryBytes, static entry => entry.Measure());

    public RequestKeyCache Keys { get; } = new(options.Value.StateBytes);

    public Leases Leases { get; } = new(options.Value);

    /// <summary>A check waits for one attempt at most.</summary>
    public AccessChecks Checks { get; } = new(cloudflare.Value.AttemptTimeout, time);

    public RateLimits Limits { get; } = limits;

    public NoCacheMarks NoCache { get; } = noCache;

    /// <summary>Requests of a credential that Cloudflare could not answer.</summary>
    public NegativeCache Outages { get; } = new(options.Value.StateBytes);

    public IDistributedTier Second { get; } = second;

    /// <summary>What every duration goes by.</summary>
    public TimeProvider Time { get; } = time;

    /// <summary>What tells the age of what another replica fetched, and nothing else.</summary>
    public WallClock Wall { get; } = wall;
}
