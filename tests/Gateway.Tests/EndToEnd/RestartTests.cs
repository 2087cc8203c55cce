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
    public async Task A_new_process_answers_from_Redis_what_the_one_before_has_fetched(string field, string selection, string another)
    {
        RedisServer.SkipUnlessInstalled();
        await using var redis = await RedisServer.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        var query = $"{{ answer: {field} {{ {selection} freshness {{ status fetchedAt }} }} }}";

        JsonNode first;
        using (var gateway = await StartAsync())
        {
            first = await AskAsync(gateway, query);
            await Eventually.IsAsync(async () => await redis.CliAsync("DBSIZE") == "1");
            await gateway.SignalStopAsync();
            (await gateway.EndAsync()).ShouldBe(0);
        }

        using var next = await StartAsync();
        // From a call of its own, the new process learns that the credential may read.
        await AskAsync(next, $"{{ answer: {another} {{ csv }} }}");
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
