using System.Text.Json.Serialization;

namespace Gateway.Sandbox.Spectrum;

/// <summary>The JSON of a response: the API's envelope.</summary>
internal sealed record AppsAnswer(
    bool Success,
    string[] Errors,
    string[] Messages,
    IEnumerable<AppResult> Result,
    [property: JsonPropertyName("result_info")] AppsPage? ResultInfo);

internal sealed record AppsPage(
    int Count,
    int Page,
    [property: JsonPropertyName("per_page")] int PerPage,
    [property: JsonPropertyName("total_count")] int TotalCount,
    [property: JsonPropertyName("total_pages")] int TotalPages);

/// <summary>An application. The short form ends with <see cref="ModifiedOn"/>.</summary>
internal sealed record AppResult(
    string Id,
    AppDns Dns,
    string Protocol,
    [property: JsonPropertyName("created_on")] string CreatedOn,
    [property: JsonPropertyName("modified_on")] string ModifiedOn)
{
    [JsonPropertyName("traffic_type")]
    public string? TrafficType { get; init; }

    public string? Tls { get; init; }

    [JsonPropertyName("proxy_protocol")]
    public string? ProxyProtocol { get; init; }

    [JsonPropertyName("edge_ips")]
    public EdgeIps? EdgeIps { get; init; }

    [JsonPropertyName("origin_dns")]
    public OriginDns? OriginDns { get; init; }

    [JsonPropertyName("origin_direct")]
    public string[]? OriginDirect { get; init; }

    /// <summary>A number, or the text of a range.</summary>
    [JsonPropertyName("origin_port")]
    public object? OriginPort { get; init; }

    [JsonPropertyName("argo_smart_routing")]
    public bool? ArgoSmartRouting { get; init; }

    [JsonPropertyName("ip_firewall")]
    public bool? IpFirewall { get; init; }

    [JsonPropertyName("virtual_network_id")]
    public string? VirtualNetworkId { get; init; }
}

internal sealed record AppDns(string Name, string Type);

internal sealed record EdgeIps(string Type, string? Connectivity = null, string[]? Ips = null);

internal sealed record OriginDns(string Name, int Ttl, string Type);
