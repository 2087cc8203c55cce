using Gateway.Settings;

namespace Gateway.Radar;

/// <summary>The <c>Cache:Radar</c> section of the configuration: how Radar's data is cached.</summary>
internal sealed class RadarOptions
{
    public const string Section = "Cache:Radar";

    /// <summary>Who may read an entry. Default: every caller with a lease, because Radar's data is public.</summary>
    public CacheScope Scope { get; set; } = CacheScope.Shared;

    public static void Check(RadarOptions options, SettingErrors errors)
    {
        if (!Enum.IsDefined(options.Scope))
        {
            errors.Add("`Shared` or `Credential` is wanted.", nameof(Scope));
        }
    }
}

/// <summary>Who may read an entry.</summary>
internal enum CacheScope
{
    /// <summary>Every credential that has a lease for the endpoint.</summary>
    Shared,

    /// <summary>Only the credential that fetched the entry.</summary>
    Credential,
}
