using System.Globalization;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>One application of a zone. Every third one has the short form that zones without an Enterprise plan get.</summary>
internal sealed record Application(int Index, string Id, string Name, string Protocol, string CreatedOn, string ModifiedOn)
{
    private static readonly DateTimeOffset First = new(2025, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Protocols = ["tcp/22", "tcp/443", "tcp/1000-2000"];

    public static Application Of(ulong seed, string zone, int index)
    {
        var created = First.AddHours(index);
        return new(
            index,
            ZoneEvents.ApplicationId(seed, zone, index),
            string.Create(CultureInfo.InvariantCulture, $"app{index}.{zone[..8]}.example.com"),
            Protocols[index % Protocols.Length],
            Rfc3339.Format(created),
            Rfc3339.Format(created.AddDays(30)));
    }

    public AppResult ToJson() => (Index % Protocols.Length) switch
    {
        0 => Short("CNAME") with
        {
            TrafficType = "direct",
            Tls = "full",
            ProxyProtocol = "v1",
            EdgeIps = new("dynamic", Connectivity: "all"),
            OriginDns = new("origin." + Name, 600, "A"),
            OriginPort = 22,
            ArgoSmartRouting = true,
            IpFirewall = true,
            VirtualNetworkId = "b7b65f2c-9a0c-4b53-8a71-6f6f1a1ad2f4",
        },
        1 => Short("CNAME"),
        _ => Short("ADDRESS") with
        {
            TrafficType = "http",
            Tls = "off",
            ProxyProtocol = "off",
            EdgeIps = new("static", Ips: ["192.0.2.1", "2001:db8::1"]),
            OriginDirect = ["tcp://198.51.100.1:1000-2000"],
            OriginPort = "1000-2000",
            ArgoSmartRouting = false,
            IpFirewall = false,
        },
    };

    private AppResult Short(string dnsType) => new(Id, new(Name, dnsType), Protocol, CreatedOn, ModifiedOn);
}
