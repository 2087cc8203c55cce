using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>
/// A Spectrum application: what clients connect to, and where their connections go. Zones without an Enterprise plan have the id, the name,
/// the protocol and the dates only.
/// </summary>
public sealed record SpectrumApp
{
    /// <summary>The id, which is `appId` in analytics: 32 hex digits.</summary>
    [ID]
    public required string Id { get; init; }

    /// <summary>The host name that clients connect to, e.g. `ssh.example.com`.</summary>
    public string? DnsName { get; init; }

    /// <summary>The type of its DNS record: `CNAME` or `ADDRESS`.</summary>
    public string? DnsType { get; init; }

    /// <summary>Protocol and port, or range of ports, at Cloudflare's edge: `tcp/22`, `tcp/1000-2000`.</summary>
    public string? Protocol { get; init; }

    /// <summary>When the application was created.</summary>
    public DateTimeOffset? CreatedOn { get; init; }

    /// <summary>When the application was last changed.</summary>
    public DateTimeOffset? ModifiedOn { get; init; }

    /// <summary>How the traffic is processed: `direct` to the origin, or as `http` or `https`.</summary>
    public string? TrafficType { get; init; }

    /// <summary>The TLS termination: `off`, `flexible`, `full` or `strict`.</summary>
    public string? Tls { get; init; }

    /// <summary>The PROXY protocol towards the origin: `off`, `v1`, `v2` or `simple`.</summary>
    public string? ProxyProtocol { get; init; }

    /// <summary>The addresses at Cloudflare's edge.</summary>
    public SpectrumEdgeIps? EdgeIps { get; init; }

    /// <summary>The origins as addresses, e.g. `tcp://192.0.2.1:22`. Empty if `originDns` names the origin.</summary>
    [ListSize(AssumedSize = 2)]
    public IReadOnlyList<string> OriginDirect { get; init; } = [];

    /// <summary>The origin as a name.</summary>
    public SpectrumOriginDns? OriginDns { get; init; }

    /// <summary>The port of the origin, or its range of ports: `22`, `1000-2000`.</summary>
    public string? OriginPort { get; init; }

    /// <summary>Whether Argo Smart Routing is on.</summary>
    public bool? ArgoSmartRouting { get; init; }

    /// <summary>Whether IP access rules apply.</summary>
    public bool? IpFirewall { get; init; }

    /// <summary>The id of the virtual network that the origin is in.</summary>
    [ID]
    public string? VirtualNetworkId { get; init; }

    /// <summary>The size in memory, in bytes.</summary>
    internal long Size =>
        MemorySize.Header + 160
        + MemorySize.Of(Id) + MemorySize.Of(DnsName) + MemorySize.Of(DnsType) + MemorySize.Of(Protocol) + MemorySize.Of(TrafficType)
        + MemorySize.Of(Tls) + MemorySize.Of(ProxyProtocol) + MemorySize.Of(OriginPort) + MemorySize.Of(VirtualNetworkId)
        + (EdgeIps?.Size ?? 0) + (OriginDns?.Size ?? 0) + MemorySize.OfArray(OriginDirect.Count, 8) + OriginDirect.Sum(MemorySize.Of);
}

/// <summary>The addresses of a Spectrum application at Cloudflare's edge.</summary>
public sealed record SpectrumEdgeIps
{
    /// <summary>Who chooses them: `dynamic` (Cloudflare) or `static` (the zone's owner).</summary>
    public string? Type { get; init; }

    /// <summary>The IP versions of dynamic addresses: `all`, `ipv4` or `ipv6`.</summary>
    public string? Connectivity { get; init; }

    /// <summary>The static addresses. Empty for dynamic ones.</summary>
    [ListSize(AssumedSize = 2)]
    public IReadOnlyList<string> Ips { get; init; } = [];

    internal long Size =>
        MemorySize.Header + 24 + MemorySize.Of(Type) + MemorySize.Of(Connectivity)
        + MemorySize.OfArray(Ips.Count, 8) + Ips.Sum(MemorySize.Of);
}

/// <summary>The origin of a Spectrum application as a name.</summary>
public sealed record SpectrumOriginDns
{
    /// <summary>The name that is resolved to the origin's addresses.</summary>
    public string? Name { get; init; }

    /// <summary>How long an answer of the DNS is used, in seconds: 600 or more.</summary>
    public int? Ttl { get; init; }

    /// <summary>The type of the DNS record: `A`, `AAAA`, `SRV`, or empty for both kinds of addresses.</summary>
    public string? Type { get; init; }

    internal long Size => MemorySize.Header + 32 + MemorySize.Of(Name) + MemorySize.Of(Type);
}
