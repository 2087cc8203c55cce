using Gateway.Settings;

namespace Gateway.Caching;

/// <summary>The <c>Cache</c> section of the configuration.</summary>
internal sealed class CacheOptions
{
    public const string Section = "Cache";

    /// <summary>
    /// How long a 2xx lets its credential read the cache without asking Cloudflare, from when its call began: 1 second to 10 minutes.
    /// Default: 60 s. A credential that is revoked can read for as long. From three quarters of it on, hits renew it in the background.
    /// </summary>
    public TimeSpan AuthorizationLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after that call the cache serves stale data while Cloudflare can't be asked: 0 to 24 hours. Default: 15 min.
    /// </summary>
    public TimeSpan AuthorizationGrace { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long a credential that Cloudflare has refused is refused here, for that endpoint and zone, without asking again: 0 to 1 minute.
    /// Default: 10 s. One that never had a 2xx, and does not just lack a permission, is refused for a minute.
    /// </summary>
    public TimeSpan RefusedCredentialTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How many bytes of memory the cache takes: 4 MiB to 64 GiB. Default: 64 MiB.</summary>
    public long MemoryBytes { get; set; } = 64 << 20;

    /// <summary>
    /// The part for each kind of what is kept beside entries: leases, rate limits, refusals, outages, requests past the cache, and keys.
    /// </summary>
    internal long StateBytes => MemoryBytes / 32;

    /// <summary>The part for entries.</summary>
    internal long EntryBytes => MemoryBytes - (6 * StateBytes);

    public static void Check(CacheOptions options, SettingErrors errors)
    {
        errors.Between(options.AuthorizationLease, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        errors.Between(options.AuthorizationGrace, TimeSpan.Zero, TimeSpan.FromHours(24));
        errors.Between(options.RefusedCredentialTime, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        errors.Between(options.MemoryBytes, 4L << 20, 64L << 30);
    }
}
