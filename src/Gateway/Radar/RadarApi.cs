using Gateway.Upstream;

namespace Gateway.Radar;

/// <summary>Cloudflare's Radar API, and the endpoints that the gateway calls.</summary>
internal static class RadarApi
{
    private const string Permission = "Account > Radar > Read, or User Details > Read";

    public static readonly CloudflareApi Api = new("radar", "X-Cloudflare-Radar-Authorization");

    /// <summary><c>GET /radar/ct/timeseries</c></summary>
    public static readonly CloudflareEndpoint CtTimeseries = new(Api, "radar", Permission);

    /// <summary><c>GET /radar/ct/timeseries_groups/{dimension}</c></summary>
    public static readonly CloudflareEndpoint CtTimeseriesGroups = new(Api, "radar-groups", Permission);

    /// <summary><c>GET /radar/ct/summary/{dimension}</c></summary>
    public static readonly CloudflareEndpoint CtSummary = new(Api, "radar-summary", Permission);

    /// <summary><c>GET /radar/ct/authorities</c></summary>
    public static readonly CloudflareEndpoint CtAuthorities = new(Api, "radar-authorities", Permission);

    /// <summary><c>GET /radar/ct/authorities/{ca_slug}</c></summary>
    public static readonly CloudflareEndpoint CtAuthority = new(Api, "radar-authority", Permission);

    /// <summary><c>GET /radar/ct/logs</c></summary>
    public static readonly CloudflareEndpoint CtLogs = new(Api, "radar-logs", Permission);

    /// <summary><c>GET /radar/ct/logs/{log_slug}</c></summary>
    public static readonly CloudflareEndpoint CtLog = new(Api, "radar-log", Permission);
}
