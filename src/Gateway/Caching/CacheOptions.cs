using Gateway.Settings;
using PolyType;

namespace Gateway.Caching;

/// <summary>The <c>Cache</c> section of the configuration.</summary>
[GenerateShape]
internal sealed partial class CacheOptions
{
    public const string Section = "Cache";

    /// <summary>
    /// How long a credential may read the cache after the call of its last 2xx began: 1 s to 10 min. Default: 60 s. In the last quarter a
    /// hit renews the lease in the background. A revoked credential can read the cache for this long.
    /// </summary>
    public TimeSpan AuthorizationLease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long after that call the cache serves stale data while Cloudflare can't be called: 0 to 24 h. Default: 15 min. For that long,
    /// and at least for the lease, the credential takes precedence over unknown ones.
    /// </summary>
    public TimeSpan AuthorizationGrace { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// How long the gateway refuses a credential, for the endpoint and zone, after Cloudflare refused it: 0 to 1 min. Default: 10 s.
    /// A credential without a 2xx in the grace is refused for a minute instead, unless it only lacks a permission.
    /// </summary>
    public TimeSpan RefusedCredentialTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The memory of the cache, in bytes: 4 MiB to 64 GiB. Default: 64 MiB.</summary>
    public long MemoryBytes { get; set; } = 64 << 20;

    /// <summary>
    /// The memory for each of the six kinds of state beside entries: leases, rate limits, refusals, outages, <c>no-cache</c> marks, keys.
    /// Half of the first is for the credentials with a recent 2xx, and an eighth of each of the others for all other credentials.
    /// </summary>
    internal long StateBytes => MemoryBytes / 32;

    /// <summary>The memory for entries.</summary>
    internal long EntryBytes => MemoryBytes - (6 * StateBytes);

    public static void Check(CacheOptions options, SettingErrors errors)
    {
        errors.Between(options.AuthorizationLease, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(10));
        errors.Between(options.AuthorizationGrace, TimeSpan.Zero, TimeSpan.FromHours(24));
        errors.Between(options.RefusedCredentialTime, TimeSpan.Zero, TimeSpan.FromMinutes(1));
        errors.Between(options.MemoryBytes, 4L << 20, 64L << 30);
    }
}
