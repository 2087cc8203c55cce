using Gateway.Upstream;

namespace Gateway.Spectrum;

/// <summary>Cloudflare's Spectrum API, and the endpoints that the gateway calls.</summary>
internal static class SpectrumApi
{
    private const string Header = "X-Cloudflare-Spectrum-Authorization";
    private const string Analytics = "Zone > Analytics > Read on this zone";

    public static readonly CloudflareApi Api = new("spectrum", Header);

    /// <summary>The settings of Spectrum, which other servers of Cloudflare hold: an outage of names is none of analytics.</summary>
    public static readonly CloudflareApi SettingsApi = new("spectrum-settings", Header);

    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/bytime</c></summary>
    public static readonly CloudflareEndpoint Bytime = new(Api, "spectrum", Analytics);

    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/summary</c></summary>
    public static readonly CloudflareEndpoint Summary = new(Api, "spectrum-summary", Analytics);

    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/aggregate/current</c></summary>
    public static readonly CloudflareEndpoint Current = new(Api, "spectrum-current", Analytics);

    /// <summary><c>GET /zones/{zone_id}/spectrum/apps</c></summary>
    public static readonly CloudflareEndpoint Apps = new(SettingsApi, "spectrum-apps", "Zone > Zone Settings > Read on this zone");
}
