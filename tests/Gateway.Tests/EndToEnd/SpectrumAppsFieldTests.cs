using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.EndToEnd;

public sealed class SpectrumAppsFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Ids = $$"""{ spectrumApps(zoneId: "{{GatewayApp.Zone}}") { apps(first: 50) { totalCount nodes { id dnsName } } truncated } }""";

    [Fact]
    public async Task All_of_an_application_is_read()
    {
        var answer = (await app.AskAsync($$"""
            {
              spectrumApps(zoneId: "{{GatewayApp.Zone.ToUpperInvariant()}}") {
                apps {
                  nodes {
                    id dnsName dnsType protocol createdOn modifiedOn trafficType tls proxyProtocol edgeIps { type connectivity ips }
                    originDirect originDns { name ttl type } originPort argoSmartRouting ipFirewall virtualNetworkId
                  }
                }
                truncated messages { message } freshness { status }
              }
            }
            """)).Data()["spectrumApps"]!;
        app.LastQuery.ShouldBe("page=1&per_page=100&direction=asc&order=created_on");
        app.Sandbox.Calls.Last[^1].Path.ShouldBe($"/client/v4/zones/{GatewayApp.Zone}/spectrum/apps");
        var apps = answer["apps"]!["nodes"]!.AsArray();
        apps.Count.ShouldBe(3);
        apps[0].Compact().ShouldBe($$"""
            {"id":{{apps[0]!["id"].Compact()}},"dnsName":"app0.023e105f.example.com","dnsType":"CNAME","protocol":"tcp/22","createdOn":"2025-01-01T00:00:00Z","modifiedOn":"2025-01-31T00:00:00Z","trafficType":"direct","tls":"full","proxyProtocol":"v1","edgeIps":{"type":"dynamic","connectivity":"all","ips":[]},"originDirect":[],"originDns":{"name":"origin.app0.023e105f.example.com","ttl":600,"type":"A"},"originPort":"22","argoSmartRouting":true,"ipFirewall":true,"virtualNetworkId":"b7b65f2c-9a0c-4b53-8a71-6f6f1a1ad2f4"}
            """.Trim());
        apps[1].Compact().ShouldBe($$"""
            {"id":{{apps[1]!["id"].Compact()}},"dnsName":"app1.023e105f.example.com","dnsType":"CNAME","protocol":"tcp/443","createdOn":"2025-01-01T01:00:00Z","modifiedOn":"2025-01-31T01:00:00Z","trafficType":null,"tls":null,"proxyProtocol":null,"edgeIps":null,"originDirect":[],"originDns":null,"originPort":null,"argoSmartRouting":null,"ipFirewall":null,"virtualNetworkId":null}
            """.Trim());
        apps[2]!["edgeIps"].Compact().ShouldBe("""{"type":"static","connectivity":null,"ips":["192.0.2.1","2001:db8::1"]}""");
        apps[2]!["originDirect"].Compact().ShouldBe("""["tcp://198.51.100.1:1000-2000"]""");
        apps[2]!["originPort"]!.GetValue<string>().ShouldBe("1000-2000");
        answer["truncated"]!.GetValue<bool>().ShouldBeFalse();
        answer["messages"].Compact().ShouldBe("[]");

        var rows = (await app.SpectrumAsync(", dimensions: [APP_ID]", "data { dimensions { appId } }")).Data()["spectrumBytime"]!["data"]!.AsArray();
        rows.Select(row => row!["dimensions"]!["appId"]!.GetValue<string>()).ShouldBe(apps.Select(one => one!["id"]!.GetValue<string>()), ignoreOrder: true);
    }

    [Theory]
    [InlineData(0, 1, false)]
    [InlineData(99, 1, false)]
    [InlineData(100, 2, false)]
    [InlineData(250, 3, false)]
    [InlineData(999, 10, false)]
    [InlineData(1001, 10, true)]
    public async Task A_page_is_a_call_and_ten_are_the_most(int count, int calls, bool truncated)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { SpectrumApps = count }, TestContext.Current.CancellationToken);
        await using var many = new GatewayApp { Upstream = sandbox };
        await many.InitializeAsync();
        var answer = (await many.AskAsync(Ids)).Data()["spectrumApps"]!;
        answer["truncated"]!.GetValue<bool>().ShouldBe(truncated);
        answer["apps"]!["totalCount"]!.GetValue<int>().ShouldBe(Math.Min(count, 1000));
        answer["apps"]!["nodes"]!.AsArray().Select(one => one!["dnsName"]!.GetValue<string>())
            .ShouldBe(Enumerable.Range(0, Math.Min(count, 50)).Select(i => $"app{i}.023e105f.example.com"));
        sandbox.Calls.Count(SandboxEndpoint.SpectrumApps).ShouldBe(calls);
    }

    [Theory]
    [InlineData("where: { protocol: { startsWith: \"tcp/\" }, createdOn: { gt: \"2025-01-01T00:00:00Z\" } }", "1 2")]
    [InlineData("where: { edgeIps: { ips: { some: { eq: \"2001:db8::1\" } } } }", "2")]
    [InlineData("where: { originDns: { ttl: { gte: 600 } } }", "0")]
    [InlineData("where: { or: [{ tls: { eq: \"full\" } }, { argoSmartRouting: { eq: true } }] }", "0")]
    [InlineData("order: [{ dnsName: DESC }]", "2 1 0")]
    [InlineData("order: { edgeIps: { type: DESC } }", "2 0 1")]
    [InlineData("last: 1", "2")]
    public async Task Applications_are_filtered_sorted_and_paged(string arguments, string expected)
    {
        var answer = await app.AskAsync($"{{ spectrumApps(zoneId: \"{GatewayApp.Zone}\") {{ apps({arguments}) {{ nodes {{ dnsName }} }} }} }}");
        string.Join(' ', answer.Data()["spectrumApps"]!["apps"]!["nodes"]!.AsArray().Select(one => one!["dnsName"]!.GetValue<string>()[3..4]))
            .ShouldBe(expected);
    }

    /// <summary>Each question is another caller's, so there are as many answers.</summary>
    [Fact]
    public async Task A_cursor_holds_while_the_applications_are_the_same()
    {
        var cursor = (await AskAsync(GatewayApp.Zone, "first: 1")).Data()["spectrumApps"]!["apps"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        var next = await AskAsync(GatewayApp.Zone, $"first: 1, after: \"{cursor}\"");
        next.Data()["spectrumApps"]!["apps"]!["nodes"]![0]!["dnsName"]!.GetValue<string>().ShouldBe("app1.023e105f.example.com");
        (await AskAsync("123e105f4ecef8ad9ca31a8372d0c353", $"after: \"{cursor}\"")).Refusal().Code().ShouldBe("HC0078");

        Task<JsonNode> AskAsync(string zone, string arguments) =>
            app.AskAsync($"{{ spectrumApps(zoneId: \"{zone}\") {{ apps({arguments}) {{ nodes {{ dnsName }} pageInfo {{ endCursor }} }} }} }}");
    }

    [Fact]
    public async Task A_list_with_a_gap_is_none()
    {
        var page = new { success = true, result = Enumerable.Range(0, 100).Select(i => new { id = $"{i:x32}" }) };
        app.Sandbox.Serve(SandboxEndpoint.SpectrumApps, 200, "application/json", JsonSerializer.Serialize(page));
        app.Sandbox.Serve(SandboxEndpoint.SpectrumApps, SandboxCredentials.SuccessFalse);
        (await app.AskAsync(Ids)).Refusal().Code().ShouldBe("UPSTREAM_REJECTED");
    }

    [Fact]
    public async Task A_page_that_comes_twice_ends_the_list()
    {
        var page = new { success = true, result = Enumerable.Range(0, 100).Select(i => new { id = $"{i:x32}" }) };
        app.Sandbox.Serve(SandboxEndpoint.SpectrumApps, 200, "application/json", JsonSerializer.Serialize(page));
        app.Sandbox.Serve(SandboxEndpoint.SpectrumApps, 200, "application/json", JsonSerializer.Serialize(page));
        (await app.AskAsync(Ids)).Data()["spectrumApps"]!["apps"]!["totalCount"]!.GetValue<int>().ShouldBe(100);
    }

    [Fact]
    public async Task It_needs_a_permission_of_its_own()
    {
        app.Sandbox.Break(SandboxEndpoint.SpectrumApps, SandboxCredentials.NoPermission);
        var answer = await app.AskAsync($$"""
            { zone(id: "{{GatewayApp.Zone}}") { spectrumApps { apps { nodes { id } } } spectrumSummary { rows } } }
            """);
        app.Sandbox.Restore(SandboxEndpoint.SpectrumApps);
        answer.Refusal().Code().ShouldBe("FORBIDDEN");
        answer.Refusal()["permission"]!.GetValue<string>().ShouldBe("Zone > Zone Settings > Read on this zone");
        answer["data"]!["zone"]!["spectrumApps"].ShouldBeNull();
        answer["data"]!["zone"]!["spectrumSummary"]!["rows"]!.GetValue<int>().ShouldBe(1);
    }

    [Fact]
    public async Task An_outage_of_applications_is_none_of_analytics()
    {
        await using var alone = new GatewayApp { Setup = ("Development", [("Cloudflare:Retries:Max", "0")]) };
        await alone.InitializeAsync();
        alone.Sandbox.Break(SandboxEndpoint.SpectrumApps, SandboxCredentials.Unavailable);
        foreach (var call in Enumerable.Range(0, 100))
        {
            (await alone.AskAsync(Ids)).Refusal().Code().ShouldBe("UPSTREAM_UNAVAILABLE");
        }

        // The circuit is open: fewer calls than questions.
        alone.Sandbox.Calls.Count(SandboxEndpoint.SpectrumApps).ShouldBeLessThan(100);
        (await alone.SpectrumAsync("")).Data();
    }

    [Fact]
    [Trait("Gateway", "InProcess")]
    public async Task Names_are_fresh_for_minutes()
    {
        await using var still = new GatewayApp { Time = new FakeTimeProvider(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)) };
        await still.InitializeAsync();
        var token = ("Authorization", "Bearer a-token-that-asks-for-names");
        var query = $$"""{ zone(id: "{{GatewayApp.Zone}}") { spectrumApps { freshness { status fetchedAt expiresAt } } } }""";
        Status(await still.AskAsync(query, null, token)).ShouldBe("MISS");
        Status(await still.AskAsync(query, null, token)).ShouldBe("HIT");
        still.Sandbox.Calls.Count(SandboxEndpoint.SpectrumApps).ShouldBe(1);

        static string Status(JsonNode answer) => answer.Data()["zone"]!["spectrumApps"]!["freshness"]!["status"]!.GetValue<string>();
    }

    [Fact]
    public async Task It_counts_as_the_calls_that_it_may_take()
    {
        var ids = string.Join(", ", Enumerable.Range(0, 3).Select(i => $"\"{i:x32}\""));
        (await app.AskAsync($"{{ zones(ids: [{ids}]) {{ spectrumApps {{ apps {{ nodes {{ id }} }} }} }} }}")).Refusal()["calls"]!.GetValue<int>().ShouldBe(30);
        (await app.AskAsync($"{{ a: {Ids[1..^1]} b: {Ids[1..^1]} zone(id: \"{GatewayApp.Zone}\") {{ spectrumApps {{ apps {{ nodes {{ id }} }} }} }} spectrumSummary(zoneId: \"{GatewayApp.Zone}\") {{ rows }} }}")).Data();
    }

    [Fact]
    public async Task A_malformed_zone_never_leaves_the_gateway() =>
        (await app.AskAsync("{ spectrumApps(zoneId: \"example.com\") { truncated } }")).Refusal()["argument"]!.GetValue<string>().ShouldBe("zoneId");
}
