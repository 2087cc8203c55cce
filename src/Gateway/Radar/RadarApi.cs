using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>Cloudflare's Radar, and what of it is called.</summary>
internal static class RadarApi
{
    public static readonly CloudflareApi Api = new("radar", "X-Cloudflare-Radar-Authorization");

    /// <summary><c>GET /radar/ct/timeseries</c></summary>
    public static readonly CloudflareEndpoint CtTimeseries = new(Api, "radar", "Account > Radar > Read, or User Details > Read");
}
