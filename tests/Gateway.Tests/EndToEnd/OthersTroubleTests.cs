using System.Text;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;

namespace Gateway.Tests.EndToEnd;

/// <summary>What Cloudflare said to one credential is told to nobody else.</summary>
public sealed class OthersTroubleTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Said = "for the eyes of one";

    private static int Requests;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Scopes => ["Shared", "Credential"];

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task A_failure_of_one_credential_is_neither_told_to_another_nor_a_reason_not_to_call(string scope)
    {
        await using var gateway = new GatewayApp { Setup = ("Development", [("Cache:Radar:Scope", scope), ("Cloudflare:Retries:Max", "0")]) };
        await gateway.InitializeAsync();
        foreach (var (field, endpoint) in Fields())
        {
            gateway.Sandbox.Serve(endpoint, Failed(500));
            var first = (await AskAsync(gateway, field, "one")).Refusal();
            (first.Code(), first["cloudflare"]!["errors"]![0]!["message"]!.GetValue<string>()).ShouldBe(("UPSTREAM_UNAVAILABLE", Said));

            // The first is told again what Cloudflare said, and when it may call again.
            var again = (await AskAsync(gateway, field, "one")).Refusal();
            (again["cloudflare"].Compact(), again["retryAfterSeconds"].Compact()).ShouldBe((first["cloudflare"].Compact(), "1"));
            gateway.Sandbox.Calls.Count(endpoint).ShouldBe(1);

            (await AskAsync(gateway, field, "another")).Data();
            gateway.Sandbox.Calls.Count(endpoint).ShouldBe(2);
        }
    }

    [Theory]
    [MemberData(nameof(Scopes))]
    public async Task Who_asks_while_another_credentials_call_is_under_way_makes_a_call_of_its_own(string scope)
    {
        await using var gateway = new GatewayApp { Setup = ("Development", [("Cache:Radar:Scope", scope), ("Cloudflare:Retries:Max", "0")]) };
        await gateway.InitializeAsync();
        foreach (var (field, endpoint) in Fields())
        {
            gateway.Sandbox.Serve(endpoint, Failed(500) with { Delay = TimeSpan.FromMinutes(1) });
            var first = AskAsync(gateway, field, "one");
            await gateway.Sandbox.Calls.WhenAsync(calls => calls.Count(endpoint) == 1, Cancellation);

            (await AskAsync(gateway, field, "another")).Data();

            gateway.Sandbox.ReleaseSlowAnswers();
            (await first).Refusal()["cloudflare"]!["errors"]![0]!["message"]!.GetValue<string>().ShouldBe(Said);
        }
    }

    [Fact]
    public async Task Of_an_open_circuit_others_learn_that_it_is_open_and_when_to_ask_again()
    {
        await using var gateway = new GatewayApp
        {
            Setup = ("Development", [("Cloudflare:Breaker:MinimumCalls", "2"), ("Cloudflare:Breaker:BreakTime", "00:01:00"), ("Cloudflare:Retries:Max", "0")]),
        };
        await gateway.InitializeAsync();
        foreach (var (field, endpoint) in Fields())
        {
            gateway.Sandbox.Break(endpoint, Failed(500));
            for (var i = 0; i < 4; i++)
            {
                await AskAsync(gateway, field, $"one-{i}");
            }

            var calls = gateway.Sandbox.Calls.Count(endpoint);
            var answer = await AskAsync(gateway, field, "another");
            gateway.Sandbox.Calls.Count(endpoint).ShouldBe(calls);
            var refusal = answer.Refusal();
            refusal.AsObject().Select(extension => extension.Key).ShouldBe(["code", "retryAfterSeconds"]);
            refusal.Code().ShouldBe("UPSTREAM_UNAVAILABLE");
            answer.ToJsonString().ShouldNotContain(Said);
            answer.ToJsonString().ShouldNotContain("500");
        }
    }

    [Fact]
    public async Task Messages_beside_a_shared_answer_are_for_the_credential_whose_call_it_was()
    {
        var field = Radar("series { name } messages { message }");
        Serve("said to one");
        Messages(await AskAsync(app, field, "one")).ShouldBe("MISS: said to one");
        Serve("said to another");
        Messages(await AskAsync(app, field, "another")).ShouldBe("MISS: said to another");

        // Twice, because the second time it comes from a cached response fragment.
        Messages(await AskAsync(app, field, "one")).ShouldBe("HIT: ");
        Messages(await AskAsync(app, field, "one")).ShouldBe("HIT: ");
        Messages(await AskAsync(app, field, "another")).ShouldBe("HIT: ");

        void Serve(string message) => app.Sandbox.Serve(SandboxEndpoint.CtTimeseries, new ServedAnswer(200, "application/json", Encoding.UTF8.GetBytes($$$"""
            {"success":true,"errors":[],"messages":["{{{message}}}"],"result":{"meta":{"aggInterval":"ONE_DAY","confidenceInfo":null,"dateRange":[],
             "lastUpdated":"2026-01-01T00:00:00Z","normalization":"RAW_VALUES","units":[]},"s0":{"timestamps":["2026-01-01T00:00:00Z"],"values":["1"]} } }
            """)));

        static string Messages(JsonNode answer)
        {
            var radar = answer.Data()["ctTimeseries"]!;
            return $"{radar["freshness"]!["status"]}: {string.Join(", ", radar["messages"]!.AsArray().Select(message => message!["message"]))}";
        }
    }

    private static ServedAnswer Failed(int status) => new(
        status, "application/json", Encoding.UTF8.GetBytes($$"""{"success":false,"errors":[{"code":2000,"message":"{{Said}}"}]}"""));

    private static (string Field, SandboxEndpoint Endpoint)[] Fields() =>
    [
        (Radar("series { name }"), SandboxEndpoint.CtTimeseries),
        ($"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR) {{ rows }}", SandboxEndpoint.Bytime),
    ];

    private static string Radar(string selection) =>
        $"ctTimeseries(series: [{{ dateRange: \"1d\", ca: \"{Interlocked.Increment(ref Requests)}\" }}]) {{ {selection} freshness {{ status }} }}";

    private static Task<JsonNode> AskAsync(GatewayApp app, string field, string token) =>
        app.AskAsync($"{{ {field} }}", null, ("Authorization", $"Bearer a-token-of-{token}"));
}
