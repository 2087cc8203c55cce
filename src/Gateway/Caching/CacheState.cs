using Microsoft.Extensions.Options;

namespace Gateway.Caching;

/// <summary>What both features' caches keep, within one bound.</summary>
internal sealed class CacheState(
    IOptions<CacheOptions> options, Leases leases, RateLimits limits, NoCacheMarks noCache, ISecondLevel second, TimeProvider time)
{
    public CacheOptions Options { get; } = options.Value;

    public Leases Leases { get; } = leases;

    public RateLimits Limits { get; } = limits;

    public NoCacheMarks NoCache { get; } = noCache;

    public ISecondLevel Second { get; } = second;

    public TimeProvider Time { get; } = time;

    public BoundedMap<CacheEntry> Entries { get; } = new(options.Value.EntryBytes, static entry => entry.Measure());

    public KnownKeys Keys { get; } = new(options.Value.StateBytes);

    /// <summary>What Cloudflare has refused: requests to a credential, and credentials themselves.</summary>
    public HeldFailures Refusals { get; } = new(options.Value.StateBytes);

    /// <summary>Requests that Cloudflare could not answer: to anybody, or to one credential.</summary>
    public HeldFailures Outages { get; } = new(options.Value.StateBytes);
}
