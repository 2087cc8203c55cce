using PolyType;

namespace Gateway.Radar;

/// <summary>The <c>Cache:Radar</c> section of the configuration: how Radar's data is cached.</summary>
[GenerateShape]
internal sealed partial class RadarOptions
{
    public const string Section = "Cache:Radar";

    /// <summary>Who may read an entry. Default: every caller with a lease, because Radar's data is public.</summary>
    public CacheScope Scope { get; set; } = CacheScope.Shared;
}

/// <summary>Who may read an entry.</summary>
internal enum CacheScope
{
    /// <summary>Every credential that has a lease for the endpoint.</summary>
    Shared,

    /// <summary>Only the credential that fetched the entry.</summary>
    Credential,
}
