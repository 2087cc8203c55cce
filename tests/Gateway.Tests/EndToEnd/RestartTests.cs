using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary>What a process leaves in Redis serves the next one.</summary>
public sealed class RestartTests
{
    private const string Day = "since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\"";

    [Theory]
    [InlineData("ctTimeseries(dateStart: [\"2026-01-01T00:00:00Z\"], dateEnd: [\"2026-01-03T00:00:00Z\"])", "csv series { points { value } }", "ctTimeseries")]
    [InlineData($"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, {Day})", "csv data { points { count } }", $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: DAY, {Day})")]
    [InlineData("ctTimeseriesGroups(dimension: CA, series: [{ dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-02T00:00:00Z\" }])", "csv series { groups { key total points { value } } }", "ctTimeseriesGroups(dimension: LOG)")]
    [InlineData("ctSummary(dimension: CA, series: [{ dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-02T00:00:00Z\" }])", "csv series { groups { key value } }", "ctSummary(dimension: LOG)")]
    [InlineData("ctAuthority(id: \"24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3\")", "authority { name parentName revocationStatus } appleStatus validFrom related { id name }", "ctAuthority(id: \"118E8E74C5C4870B44479F7E7C8F56621800DD064D4CF499338914933EBAE552\")", "id")]
    [InlineData("ctLog(id: \"argon2026h1\")", "log { state startInclusive } lastUpdate performance { uptime endpoints { endpoint } } submittedCertCount related { id state }", "ctLog(id: \"argon2024\")", "id")]
    public async Task A_new_process_answers_from_Redis_what_the_one_before_has_fetched(string field, string selection, string another, string of = "csv")
    {
        RedisServer.SkipUnlessInstalled();
        await using var redis = await RedisServer.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        var query = $"{{ answer: {field} {{ {selection} freshness {{ status fetchedAt }} }} }}";

        JsonNode first;
        using (var gateway = await StartAsync())
        {
            first = await AskAsync(gateway, query);
            await Eventually.IsAsync(async () => await redis.CliAsync("DBSIZE") == "2");
            await gateway.SignalStopAsync();
            (await gateway.EndAsync()).ShouldBe(0);
        }

        using var next = await StartAsync();
        // From a call of its own, the new process learns that the credential may read.
        await AskAsync(next, $"{{ answer: {another} {{ {of} }} }}");
        var calls = sandbox.Calls.Last.Count;
        var second = await AskAsync(next, query);

        sandbox.Calls.Last.Count.ShouldBe(calls);
        first["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");
        second["freshness"]!["status"]!.GetValue<string>().ShouldBe("HIT");
        first["freshness"]!["status"] = "HIT";
        second.Compact().ShouldBe(first.Compact());

        async Task<GatewayProcess> StartAsync()
        {
            var gateway = await GatewayProcess.StartAsync(
                [],
                ("Cloudflare:BaseUrl", sandbox.BaseUrl),
                ("Redis:ConnectionString", redis.Address),
                ("Redis:OperationTimeout", "00:00:05"),
                ("Cache:Secret", new string('5', 64)));
            await Eventually.IsAsync(() => gateway.Lines.Any(line => line.Contains("Redis answers", StringComparison.Ordinal)));
            return gateway;
        }
    }

    private static async Task<JsonNode> AskAsync(GatewayProcess gateway, string query)
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {SandboxCredentials.Everything}");
        using var response = await client.PostAsJsonAsync("graphql", new { query }, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Data()["answer"]!;
    }
}
