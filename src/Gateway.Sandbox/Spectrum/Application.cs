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

    public object ToJson() => (Index % Protocols.Length) switch
    {
        0 => new
        {
            id = Id,
            dns = new { name = Name, type = "CNAME" },
            protocol = Protocol,
            created_on = CreatedOn,
            modified_on = ModifiedOn,
            traffic_type = "direct",
            tls = "full",
            proxy_protocol = "v1",
            edge_ips = new { type = "dynamic", connectivity = "all" },
            origin_dns = new { name = "origin." + Name, ttl = 600, type = "A" },
            origin_port = 22,
            argo_smart_routing = true,
            ip_firewall = true,
            virtual_network_id = "b7b65f2c-9a0c-4b53-8a71-6f6f1a1ad2f4",
        },
        1 => new
        {
            id = Id,
            dns = new { name = Name, type = "CNAME" },
            protocol = Protocol,
            created_on = CreatedOn,
            modified_on = ModifiedOn,
        },
        _ => new
        {
            id = Id,
            dns = new { name = Name, type = "ADDRESS" },
            protocol = Protocol,
            created_on = CreatedOn,
            modified_on = ModifiedOn,
            traffic_type = "http",
            tls = "off",
            proxy_protocol = "off",
            edge_ips = new { type = "static", ips = new[] { "192.0.2.1", "2001:db8::1" } },
            origin_direct = new[] { "tcp://198.51.100.1:1000-2000" },
            origin_port = "1000-2000",
            argo_smart_routing = false,
            ip_firewall = false,
        },
    };
}
