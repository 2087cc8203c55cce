using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The application of a row, which another endpoint has: one look at a zone's applications, however many rows there are.</summary>
public sealed class AppNamesTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Other = "f1e2d3c4b5a697887766554433221100";
    private const string Window = "since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T03:00:00Z\"";
    private const string ByApp = $"{Window}, dimensions: [APP_ID, COLO_NAME]";
    private const string Named = "dimensions { appId app { id dnsName protocol } }";

    private static readonly (string, (string, string)[]) MoreCalls = ("Development", [("Cloudflare:MaxCallsPerOperation", "22")]);

    [Theory]
    [InlineData($"spectrumBytime(timeDelta: HOUR, {ByApp}) {{ data {{ {Named} }} }}", "data", "dimensions")]
    [InlineData($"spectrumBytime(timeDelta: HOUR, {ByApp}) {{ dataConnection(first: 50) {{ nodes {{ {Named} }} }} }}", "dataConnection.nodes", "dimensions")]
    [InlineData($"spectrumBytime(timeDelta: HOUR, {ByApp}) {{ dataConnection(last: 50) {{ edges {{ node {{ {Named} }} }} }} }}", "dataConnection.edges", "node.dimensions")]
    [InlineData($"spectrumBytime(timeDelta: HOUR, {ByApp}) {{ data(where: {{ dimensions: {{ appId: {{ neq: null }} }} }}) {{ {Named} }} }}", "data", "dimensions")]
    [InlineData($"spectrumSummary({ByApp}) {{ data {{ {Named} }} }}", "data", "dimensions")]
    [InlineData("spectrumCurrent { apps { appId app { id dnsName protocol } } }", "apps", "")]
    public async Task Each_row_has_its_application_by_one_look(string field, string list, string row)
    {
        var name = field[..field.IndexOfAny(['(', ' '])];
        var arguments = field.Contains('(', StringComparison.Ordinal) && field.IndexOf('(', StringComparison.Ordinal) < field.IndexOf('{', StringComparison.Ordinal)
            ? $"{name}(zoneId: \"{GatewayApp.Zone}\", {field[(name.Length + 1)..]}"
            : $"{name}(zoneId: \"{GatewayApp.Zone}\"){field[name.Length..]}";
        var token = ("Authorization", $"Bearer names-{Guid.NewGuid():N}");
        var before = Looks;
        for (var times = 0; times < 3; times++)
        {
            var ofQuery = (await app.AskAsync($"{{ {arguments} }}", null, token)).Data()[name]!;
            var ofZone = (await app.AskAsync($"{{ zone(id: \"{GatewayApp.Zone}\") {{ {field} }} }}", null, token)).Data()["zone"]![name]!;
            foreach (var answer in (JsonNode[])[ofQuery, ofZone])
            {
                var rows = At(answer, list).AsArray().Select(one => At(one!, row)).ToList();
                rows.Count.ShouldBeGreaterThan(2);
                rows.Select(static one => one["app"]!["id"]!.GetValue<string>()).ShouldBe(rows.Select(static one => one["appId"]!.GetValue<string>()));
                rows.Select(static one => one["app"]!["dnsName"]!.GetValue<string>()).Distinct().Order(StringComparer.Ordinal)
                    .ShouldBe(["app0.023e105f.example.com", "app1.023e105f.example.com", "app2.023e105f.example.com"]);
            }
        }

        (Looks - before).ShouldBe(1);
    }

    [Theory]
    [InlineData(SandboxCredentials.NoPermission, "FORBIDDEN")]
    [InlineData(SandboxCredentials.SuccessFalse, "UPSTREAM_REJECTED")]
    public async Task Without_names_there_is_one_error_and_the_rows_stand(string fault, string code)
    {
        await using var alone = new GatewayApp();
        await alone.InitializeAsync();
        alone.Sandbox.Break(SandboxEndpoint.SpectrumApps, fault);
        var answer = await alone.AskAsync($$"""
            {
              zone(id: "{{GatewayApp.Zone}}") {
                spectrumBytime(timeDelta: HOUR, {{ByApp}}) { data { dimensions { appId app { dnsName } } totals { count } } }
              }
            }
            """);
        answer.Refusal().Code().ShouldBe(code);
        answer["errors"]![0]!["path"].Compact().ShouldMatch("""^\["zone","spectrumBytime","data",\d+,"dimensions","app"\]$""");
        if (code == "FORBIDDEN")
        {
            answer.Refusal()["permission"]!.GetValue<string>().ShouldBe("Zone > Zone Settings > Read on this zone");
        }

        var rows = answer["data"]!["zone"]!["spectrumBytime"]!["data"]!.AsArray();
        rows.Count.ShouldBeGreaterThan(2);
        rows.ShouldAllBe(static row => row!["dimensions"]!["app"] == null && row["dimensions"]!["appId"] != null && row["totals"]!["count"] != null);
    }

    [Fact]
    public async Task Fields_of_one_zone_share_the_look_and_its_error()
    {
        await using var alone = new GatewayApp();
        await alone.InitializeAsync();
        alone.Sandbox.Break(SandboxEndpoint.SpectrumApps, SandboxCredentials.NoPermission);
        var query = $$"""
            {
              zone(id: "{{GatewayApp.Zone}}") { spectrumSummary({{ByApp}}) { data { {{Named}} } } spectrumCurrent { apps { app { id } } } }
              spectrumBytime(zoneId: "{{GatewayApp.Zone.ToUpperInvariant()}}", timeDelta: HOUR, {{ByApp}}) { data { {{Named}} } }
            }
            """;
        (await alone.AskAsync(query)).Refusal().Code().ShouldBe("FORBIDDEN");
        alone.Sandbox.Calls.Count(SandboxEndpoint.SpectrumApps).ShouldBe(1);
    }

    [Fact]
    public async Task Each_zone_has_its_own_look()
    {
        await using var wide = new GatewayApp { Setup = MoreCalls };
        await wide.InitializeAsync();
        var answer = await wide.AskAsync(
            $$"""query($ids: [ID!]!) { zones(ids: $ids) { spectrumSummary({{Window}}, dimensions: [APP_ID]) { data { {{Named}} } } } }""",
            new { ids = (string[])[GatewayApp.Zone, Other] });
        var zones = answer.Data()["zones"]!.AsArray();
        zones.Select(static zone => string.Join(' ', zone!["spectrumSummary"]!["data"]!.AsArray()
                .Select(static row => row!["dimensions"]!["app"]!["dnsName"]!.GetValue<string>()[5..13]).Distinct()))
            .ShouldBe(["023e105f", "f1e2d3c4"]);
    }

    [Fact]
    public async Task A_zone_without_names_has_an_error_of_its_own()
    {
        await using var alone = new GatewayApp { Setup = MoreCalls };
        await alone.InitializeAsync();
        alone.Sandbox.Serve(SandboxEndpoint.SpectrumApps, SandboxCredentials.NoPermission);
        var answer = await alone.AskAsync(
            $$"""query($ids: [ID!]!) { zones(ids: $ids) { spectrumSummary({{Window}}, dimensions: [APP_ID]) { data { {{Named}} } } } }""",
            new { ids = (string[])[GatewayApp.Zone, Other] });
        answer.Refusal().Code().ShouldBe("FORBIDDEN");
        var names = answer["data"]!["zones"]!.AsArray()
            .Select(static zone => zone!["spectrumSummary"]!["data"]!.AsArray().Count(static row => row!["dimensions"]!["app"] != null));
        names.Count(static count => count == 0).ShouldBe(1);
    }

    [Fact]
    public async Task An_application_that_is_gone_is_null_without_an_error()
    {
        await using var alone = new GatewayApp();
        await alone.InitializeAsync();
        alone.Sandbox.Serve(SandboxEndpoint.SpectrumApps, 200, "application/json", """{ "success": true, "result": [] }""");
        var rows = (await alone.AskAsync($"{{ spectrumSummary(zoneId: \"{GatewayApp.Zone}\", {ByApp}) {{ data {{ {Named} }} }} }}")).Data()["spectrumSummary"]!["data"]!;
        rows.AsArray().ShouldAllBe(static row => row!["dimensions"]!["app"] == null);
    }

    [Fact]
    public async Task A_row_without_an_application_asks_for_none()
    {
        var before = Looks;
        var answer = await app.AskAsync(
            $"{{ spectrumSummary(zoneId: \"{GatewayApp.Zone}\", {Window}, dimensions: [COLO_NAME]) {{ data {{ dimensions {{ coloName app {{ id }} }} }} }} }}");
        answer.Data()["spectrumSummary"]!["data"]!.AsArray().ShouldAllBe(static row => row!["dimensions"]!["app"] == null);
        Looks.ShouldBe(before);
    }

    [Fact]
    public async Task Names_count_as_the_calls_that_they_may_take()
    {
        const string Current = "spectrumCurrent { apps { app { id } } }";
        var ids = string.Join(", ", Enumerable.Range(0, 3).Select(i => $"\"{i:x32}\""));
        (await app.AskAsync($"{{ zones(ids: [{ids}]) {{ {Current} }} }}")).Refusal()["calls"]!.GetValue<int>().ShouldBe(33);

        // Those of one zone count once, whoever asks.
        var bytime = string.Join(' ', Enumerable.Range(1, 10).Select(i =>
            $"b{i}: spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, {ByApp}, limit: {i}) {{ dataConnection {{ nodes {{ {Named} }} }} }}"));
        var query = $"spectrumApps(zoneId: \"{GatewayApp.Zone}\") {{ truncated }} {bytime}";
        (await app.AskAsync($"{{ {query} }}")).Data();
        (await app.AskAsync($"{{ {query} zone(id: \"{GatewayApp.Zone}\") {{ {Current} }} }}")).Refusal()["calls"]!.GetValue<int>().ShouldBe(21);
        (await app.AskAsync($"{{ zone(id: \"{Other}\") {{ {Current} }} {query} }}")).Refusal()["calls"]!.GetValue<int>().ShouldBe(31);
    }

    private int Looks => app.Sandbox.Calls.Count(SandboxEndpoint.SpectrumApps);

    private static JsonNode At(JsonNode node, string path) =>
        path.Split('.', StringSplitOptions.RemoveEmptyEntries).Aggregate(node, static (at, name) => at[name]!);
}
