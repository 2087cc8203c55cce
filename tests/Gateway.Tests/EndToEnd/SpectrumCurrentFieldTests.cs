using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

public sealed class SpectrumCurrentFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string First = "ea95132c15732412d22c1476fa83f27a";
    private const string Second = "d122c5f4bb71e25cc9e86ab43b142e2f";

    [Theory]
    [InlineData("", "")]
    [InlineData($", appIds: [\"{First}\"]", $"appID={First}")]
    [InlineData($", appIds: [\"{First}\", \"D122C5F4BB71E25CC9E86AB43B142E2F\", \"{First}\"]", $"appID={Second},{First}")]
    [InlineData(", appIds: []", "")]
    [InlineData(", coloName: \"PDX\"", "colo_name=PDX")]
    [InlineData($", coloName: \"pdx\", appIds: [\"{First}\"]", $"appID={First}&colo_name=PDX")]
    public async Task Every_argument_reaches_the_wire(string arguments, string expected)
    {
        (await CurrentAsync(arguments)).Data();
        app.LastQuery.ShouldBe(expected);
        app.Sandbox.Calls.Last[^1].Path.ShouldBe($"/client/v4/zones/{GatewayApp.Zone}/spectrum/analytics/aggregate/current");
    }

    [Fact]
    [Trait("Gateway", "InProcess")]
    public async Task The_last_minute_is_that_of_the_chart()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero));
        await using var sandbox = await global::Gateway.Sandbox.SandboxServer.StartAsync(
            new global::Gateway.Sandbox.SandboxOptions { Time = time }, TestContext.Current.CancellationToken);
        await using var still = new GatewayApp { Time = time, Upstream = sandbox };
        await still.InitializeAsync();
        var answer = (await still.AskAsync($$"""
            {
              spectrumCurrent(zoneId: "{{GatewayApp.Zone}}") { apps { appId connections bytesIngress bytesEgress durationAvg } messages { message } freshness { status } }
              spectrumBytime(
                zoneId: "{{GatewayApp.Zone}}", timeDelta: MINUTE, since: "2026-03-04T05:04:00Z", until: "2026-03-04T05:05:00Z",
                dimensions: [APP_ID], filters: "event==progress", sort: [APP_ID_ASC]) {
                data { dimensions { appId } points { count bytesIngress bytesEgress durationAvg } }
              }
            }
            """)).Data();
        var apps = answer["spectrumCurrent"]!["apps"]!.AsArray();
        apps.Count.ShouldBe(3);
        foreach (var (now, row) in apps.Zip(answer["spectrumBytime"]!["data"]!.AsArray()))
        {
            var point = row!["points"]![0]!;
            now.Compact().ShouldBe(
                $$"""{"appId":{{row["dimensions"]!["appId"].Compact()}},"connections":{{point["count"].Compact()}},"bytesIngress":{{point["bytesIngress"].Compact()}},"bytesEgress":{{point["bytesEgress"].Compact()}},"durationAvg":{{point["durationAvg"].Compact()}}}""");
        }

        var some = (await still.AskAsync($"{{ spectrumCurrent(zoneId: \"{GatewayApp.Zone}\", appIds: [{apps[1]!["appId"].Compact()}]) {{ apps {{ appId connections }} }} }}")).Data();
        some["spectrumCurrent"]!["apps"]!.AsArray().Single()!["connections"].Compact().ShouldBe(apps[1]!["connections"].Compact());
    }

    [Fact]
    [Trait("Gateway", "InProcess")]
    public async Task An_answer_is_fresh_for_a_few_seconds()
    {
        await using var still = new GatewayApp
        {
            Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)),
        };
        await still.InitializeAsync();
        var first = (await still.AskAsync($"{{ spectrumCurrent(zoneId: \"{GatewayApp.Zone}\") {{ freshness {{ fetchedAt expiresAt }} }} }}"))
            .Data()["spectrumCurrent"]!["freshness"]!;

        // The cache varies lifetimes by up to a tenth.
        (first["expiresAt"]!.GetValue<DateTimeOffset>() - first["fetchedAt"]!.GetValue<DateTimeOffset>())
            .ShouldBe(TimeSpan.FromSeconds(5), tolerance: TimeSpan.FromSeconds(0.5));
    }

    [Theory]
    [InlineData("zoneId", "zoneId: \"nonsense\"")]
    [InlineData("appIds", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", appIds: [\"ea95132c15732412d22c1476fa83f27\"]")]
    [InlineData("appIds", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", appIds: [\"ea95132c15732412d22c1476fa83f27a,d122c5f4bb71e25cc9e86ab43b142e2f\"]")]
    [InlineData("coloName", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", coloName: \"PDX1\"")]
    [InlineData("coloName", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", coloName: \"\"")]
    [InlineData("coloName", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", coloName: \"P&X\"")]
    public async Task What_the_gateway_refuses_never_leaves_it(string argument, string arguments)
    {
        var before = app.Sandbox.Calls.Last.Count;
        var refusal = (await app.AskAsync($"{{ spectrumCurrent({arguments}) {{ apps {{ appId }} }} }}")).Refusal();
        refusal.Code().ShouldBe("BAD_USER_INPUT");
        refusal["argument"]!.GetValue<string>().ShouldBe(argument);
        app.Sandbox.Calls.Last.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_list_of_too_many_applications_fails_before_it_is_read()
    {
        var ids = string.Join(", ", Enumerable.Range(0, 101).Select(i => $"\"{i:x32}\""));
        (await CurrentAsync($", appIds: [{ids}]")).Refusal()["argument"]!.GetValue<string>().ShouldBe("appIds");
    }

    private Task<JsonNode> CurrentAsync(string arguments) =>
        app.AskAsync($"{{ spectrumCurrent(zoneId: \"{GatewayApp.Zone}\"{arguments}) {{ apps {{ appId }} }} }}");
}
