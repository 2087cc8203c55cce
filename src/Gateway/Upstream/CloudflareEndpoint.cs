using System.Collections.Immutable;

namespace Gateway.Upstream;

/// <summary>One of the two endpoints, with what differs between them for everything that is not its data.</summary>
internal sealed record CloudflareEndpoint(string Name, string CredentialHeader, string Permission)
{
    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/bytime</c></summary>
    public static readonly CloudflareEndpoint Spectrum = new("spectrum", "X-Cloudflare-Spectrum-Authorization", "Zone > Analytics > Read on this zone");

    /// <summary><c>GET /radar/ct/timeseries</c></summary>
    public static readonly CloudflareEndpoint Radar = new("radar", "X-Cloudflare-Radar-Authorization", "Account > Radar > Read, or User Details > Read");

    public static readonly ImmutableArray<CloudflareEndpoint> All = [Spectrum, Radar];
}
