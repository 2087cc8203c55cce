using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>Caching of the whole gateway, over HTTP.</summary>
public sealed class CachingTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Query = $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR) {{ rows freshness {{ status fetchedAt }} }} ctTimeseries {{ freshness {{ status fetchedAt }} }} }}";

    [Fact]
    public async Task A_dashboard_that_is_refreshed_makes_no_second_call()
    {
        var first = await AskAsync("a-dashboard");
        var calls = Calls;
        for (var i = 0; i < 10; i++)
        {
            var next = await AskAsync("a-dashboard");
            foreach (var field in new[] { "spectrumBytime", "ctTimeseries" })
            {
                Status(first, field).ShouldBe("MISS");
                Status(next, field).ShouldBe("HIT");
                next[field]!["freshness"]!["fetchedAt"].Compact().ShouldBe(first[field]!["freshness"]!["fetchedAt"].Compact());
            }
        }

        Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Requests_in_the_same_words_get_what_their_own_credential_may_see()
    {
        // Often enough that the words, and what was written for them, are kept.
        for (var i = 0; i < 4; i++)
        {
            await AskAsync("who-may-see-it", CountQuery);
        }

        var seen = (await AskAsync("who-may-see-it", CountQuery)).Data();
        (await AskAsync(SandboxCredentials.Invalid, CountQuery))["errors"].ShouldNotBeNull();
        (await app.AskAsync(CountQuery, null, []))["errors"]![0]!["extensions"]!.Code().ShouldBe("UNAUTHENTICATED");
        var calls = Calls;
        (await AskAsync("who-may-see-it-too", CountQuery)).Data().Compact().ShouldBe(seen.Compact());
        Calls.ShouldBe(calls + 1);
    }

    [Theory]
    [InlineData("no-cache", "BYPASS")]
    [InlineData("max-age=0, no-cache", "BYPASS")]
    [InlineData("max-age=0", "HIT")]
    [InlineData("not a directive; at all", "HIT")]
    public async Task Cache_control_no_cache_goes_past_the_cache(string header, string status)
    {
        var token = $"token-{header.Length}";
        await AskAsync(token);
        var answer = await AskAsync(token, ("Cache-Control", header));
        Status(answer, "spectrumBytime").ShouldBe(status);
        Status(answer, "ctTimeseries").ShouldBe(status);
    }

    [Fact]
    public async Task A_zone_in_capitals_is_the_same_zone()
    {
        Status(await AskAsync("either-case"), "spectrumBytime").ShouldBe("MISS");
        var calls = Calls;

        var capitals = await AskAsync("either-case", Query.Replace(GatewayApp.Zone, GatewayApp.Zone.ToUpperInvariant(), StringComparison.Ordinal));

        Status(capitals.Data(), "spectrumBytime").ShouldBe("HIT");
        Calls.ShouldBe(calls);
    }

    [Theory]
    [InlineData("Shared", "HIT", 0)]
    [InlineData("Credential", "MISS", 1)]
    public async Task A_shared_entry_tells_another_lease_holder_that_somebody_asked_and_when(string scope, string status, int calls)
    {
        await using var scoped = new GatewayApp { Setup = ("Development", [("Cache:Radar:Scope", scope)]) };
        await scoped.InitializeAsync();
        const string Asked = "{ ctTimeseries(log: \"argon2026h1\") { freshness { status fetchedAt } } }";
        (await AskAsync("the-other", "{ ctTimeseries { freshness { status } } }")).Data();
        var first = (await AskAsync("the-first", Asked)).Data();
        var before = scoped.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);

        var other = (await AskAsync("the-other", Asked)).Data();

        Status(other, "ctTimeseries").ShouldBe(status);
        (scoped.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries) - before).ShouldBe(calls);
        (FetchedAt(other) == FetchedAt(first)).ShouldBe(calls == 0);

        Task<JsonNode> AskAsync(string token, string query) => scoped.AskAsync(query, null, ("Authorization", $"Bearer {token}"));

        static string FetchedAt(JsonNode data) => data["ctTimeseries"]!["freshness"]!["fetchedAt"]!.GetValue<string>();
    }

    private const string CountQuery = $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") {{ rows totals {{ count }} }} }}";

    private int Calls => app.Sandbox.Calls.Count(SandboxEndpoint.Bytime) + app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);

    private static string Status(JsonNode data, string field) => data[field]!["freshness"]!["status"]!.GetValue<string>();

    private async Task<JsonNode> AskAsync(string token, params (string, string)[] headers) =>
        (await app.AskAsync(Query, null, [("Authorization", $"Bearer {token}"), .. headers])).Data();

    private Task<JsonNode> AskAsync(string token, string query) => app.AskAsync(query, null, ("Authorization", $"Bearer {token}"));
}
