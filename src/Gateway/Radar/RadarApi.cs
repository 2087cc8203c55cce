using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>Cloudflare's Radar API, and the endpoint that the gateway calls.</summary>
internal static class RadarApi
{
    public static readonly CloudflareApi Api = new("radar", "X-Cloudflare-Radar-Authorization");

    /// <summary><c>GET /radar/ct/timeseries</c></summary>
    public static readonly CloudflareEndpoint CtTimeseries = new(Api, "radar", "Account > Radar > Read, or User Details > Read");
}
