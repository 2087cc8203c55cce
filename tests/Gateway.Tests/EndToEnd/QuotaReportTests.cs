using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>What is left of a quota, told to who asks.</summary>
public sealed class QuotaReportTests : IAsyncLifetime
{
    private const int Quota = 40;

    private SandboxHost _sandbox = null!;
    private GatewayApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { RateLimit = Quota }, TestContext.Current.CancellationToken);
        _app = new GatewayApp { Upstream = _sandbox, Deadline = "00:00:30" };
        await _app.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _sandbox.DisposeAsync();
    }

    [Fact]
    public async Task Who_asks_is_told_what_the_last_call_left_and_a_hit_takes_nothing()
    {
        var first = await AskAsync("one", "1d", report: true);
        var (remaining, reset) = Read(first, "radar");
        remaining.ShouldBeInRange(Quota - 2, Quota);
        reset.ShouldBeInRange(1, 300);

        Read(await AskAsync("one", "1d", report: true), "radar").Remaining.ShouldBe(remaining);
        Read(await AskAsync("one", "2d", report: true), "radar").Remaining.ShouldBe(remaining - 1);

        (await AskAsync("one", "1d", report: false))["extensions"].ShouldBeNull();
        (await AskAsync("one", "3d", report: true, ("GraphQL-Cost", "report")))["extensions"]!.AsObject().Select(member => member.Key)
            .ShouldBe(["operationCost", "quota"], ignoreOrder: true);
    }

    [Fact]
    public async Task Nobody_is_told_of_another_credential()
    {
        for (var i = 1; i <= 5; i++)
        {
            await AskAsync("busy", $"{i}d", report: false);
        }

        // Radar's answer is shared, and was fetched with another credential; what is told is of the caller's own check.
        Read(await AskAsync("new", "1d", report: true), "radar").Remaining.ShouldBeInRange(Quota - 2, Quota);
        Read(await AskAsync("busy", "1d", report: true), "radar").Remaining.ShouldBeLessThanOrEqualTo(Quota - 5);
        (await _app.AskAsync("{ __typename }", null, ("GraphQL-Quota", "report")))["extensions"]!["quota"].Compact().ShouldBe("{}");
    }

    private static (int Remaining, int Reset) Read(JsonNode answer, string api)
    {
        var quota = answer["extensions"].ShouldNotBeNull(answer.ToJsonString())["quota"]![api].ShouldNotBeNull(answer.ToJsonString());
        return ((int)quota["remaining"]!, (int)quota["resetSeconds"]!);
    }

    private Task<JsonNode> AskAsync(string token, string range, bool report, params (string Name, string Value)[] more) => _app.AskAsync(
        $"{{ ctTimeseries(dateRange: \"{range}\") {{ series {{ name }} }} }}",
        null,
        [("Authorization", $"Bearer a-token-{token}"), .. report ? [("GraphQL-Quota", "report")] : Array.Empty<(string, string)>(), .. more]);
}
