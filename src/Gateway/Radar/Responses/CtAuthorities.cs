namespace Gateway.Radar.Responses;

/// <summary>The certificate authorities. The data has the licence of `ctTimeseries`.</summary>
public sealed class CtAuthorities : CtCatalogueAnswer
{
    internal CtAuthorities(CtCatalogueResponse<CtList<CtAuthority>> response, Caching.Freshness freshness)
        : base(response.Messages, freshness) =>
        Authorities = response.Data.Items;

    /// <summary>All certificate authorities, in Cloudflare's order.</summary>
    [ListSize(AssumedSize = 1000)]
    public IReadOnlyList<CtAuthority> Authorities { get; }
}
