using Gateway.Upstream;

namespace Gateway.Spectrum;

/// <summary>Cloudflare's Spectrum API, and the endpoint that the gateway calls.</summary>
internal static class SpectrumApi
{
    public static readonly CloudflareApi Api = new("spectrum", "X-Cloudflare-Spectrum-Authorization");

    /// <summary><c>GET /zones/{zone_id}/spectrum/analytics/events/bytime</c></summary>
    public static readonly CloudflareEndpoint Bytime = new(Api, "spectrum", "Zone > Analytics > Read on this zone");
}
