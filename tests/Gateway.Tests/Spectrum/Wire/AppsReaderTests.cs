using System.Text.Json;
using Gateway.Spectrum.Responses;
using Gateway.Spectrum.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Spectrum.Wire;

public sealed class AppsReaderTests
{
    private const string Full = """
        { "id": "a", "dns": { "name": "a.example.com", "type": "CNAME" }, "protocol": "tcp/22", "created_on": "2014-01-02T02:20:00Z", "modified_on": "2014-01-03T02:20:00Z",
          "traffic_type": "https", "tls": "strict", "proxy_protocol": "v2", "edge_ips": { "type": "static", "ips": ["192.0.2.1"] }, "origin_direct": ["tcp://192.0.2.2:22"],
          "origin_dns": { "name": "o.example.com", "ttl": 600, "type": "" }, "origin_port": 22, "argo_smart_routing": true, "ip_firewall": false, "virtual_network_id": "v" }
        """;

    [Fact]
    public void All_of_an_application_is_read_and_stored()
    {
        var apps = Read($"[{Full}]");
        var app = apps.ShouldHaveSingleItem();
        (app.Id, app.DnsName, app.DnsType, app.Protocol, app.TrafficType, app.Tls, app.ProxyProtocol, app.OriginPort, app.VirtualNetworkId)
            .ShouldBe(("a", "a.example.com", "CNAME", "tcp/22", "https", "strict", "v2", "22", "v"));
        (app.CreatedOn, app.ModifiedOn, app.ArgoSmartRouting, app.IpFirewall)
            .ShouldBe((new(2014, 1, 2, 2, 20, 0, TimeSpan.Zero), new(2014, 1, 3, 2, 20, 0, TimeSpan.Zero), true, false));
        app.EdgeIps!.Ips.ShouldBe(["192.0.2.1"]);
        app.OriginDirect.ShouldBe(["tcp://192.0.2.2:22"]);
        app.OriginDns.ShouldBe(new SpectrumOriginDns { Name = "o.example.com", Ttl = 600, Type = "" });

        var stored = SpectrumAppsPayload.Read(SpectrumAppsPayload.Write(new(apps, true, [], DateTimeOffset.UnixEpoch, new(""))), DateTimeOffset.UnixEpoch);
        stored.IsTruncated.ShouldBeTrue();
        JsonSerializer.Serialize(stored.Apps).ShouldBe(JsonSerializer.Serialize(apps));
    }

    [Theory]
    [InlineData("""{ "id": "a" }""")]
    [InlineData("""{ "id": "a", "dns": null, "edge_ips": null, "origin_direct": null, "origin_dns": null, "origin_port": null, "virtual_network_id": "" }""")]
    [InlineData("""{ "id": "a", "dns": [1], "edge_ips": "x", "origin_direct": {}, "origin_dns": 1, "tls": 1, "created_on": "soon", "ip_firewall": "yes", "new": {} }""")]
    public void Anything_but_the_id_may_be_missing_or_odd(string app)
    {
        var read = Read($"[{app}]").ShouldHaveSingleItem();
        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(new SpectrumApp { Id = "a" }));
    }

    [Theory]
    [InlineData("[{}]")]
    [InlineData("[null]")]
    [InlineData("""[{ "id": "" }]""")]
    [InlineData("""[{ "id": "a", "id": "b" }]""")]
    public void An_application_has_an_id(string result) => Should.Throw<JsonException>(() => Read(result));

    [Fact]
    public void A_list_that_never_ends_is_refused() =>
        Should.Throw<JsonException>(() => Read("[" + string.Join(',', Enumerable.Range(0, 1001).Select(i => $$"""{"id":"{{i}}"}""")) + "]"));

    private static SpectrumApp[] Read(string result) => Reading.Read(new SpectrumAppsReader(), result, int.MaxValue);
}
