using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary>What a gateway tells of itself once it runs.</summary>
public sealed class StartTests
{
    [Fact]
    public async Task The_last_line_of_the_start_names_the_addresses()
    {
        using var gateway = await GatewayProcess.StartAsync([], ("Hosting:PathBase", "/cloudflare"));
        await Eventually.IsAsync(() => gateway.Lines.Any(line => line.Contains("Serving ", StringComparison.Ordinal)));

        ((string)JsonNode.Parse(gateway.Lines[^1])!["Message"]!).ShouldBe($"Serving {gateway.Address.AbsoluteUri}cloudflare/graphql; health: /health/ready");
    }

    [Fact]
    public async Task Without_Redis_it_is_ready_and_says_that_Redis_is_away()
    {
        using var gateway = await GatewayProcess.StartAsync(
            [], ("Redis:ConnectionString", $"127.0.0.1:{RedisServer.FreePort()}"), ("Cache:Secret", new string('5', 64)));
        using var client = new HttpClient { BaseAddress = gateway.Address };

        await Eventually.IsAsync(async () =>
            await ReadyAsync(client) == "Degraded\nredis: Redis does not answer; answers come from memory and Cloudflare");
    }

    [Fact]
    public async Task With_an_open_circuit_it_is_ready_and_says_so()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync(
            [],
            ("Cloudflare:BaseUrl", sandbox.BaseUrl),
            ("Cloudflare:Retries:Max", "0"),
            ("Cloudflare:Breaker:MinimumCalls", "2"),
            ("Cloudflare:Breaker:Window", "00:01:00"),
            ("Cloudflare:Breaker:BreakTime", "00:01:00"));
        using var client = new HttpClient { BaseAddress = gateway.Address };
        await Eventually.IsAsync(async () => await ReadyAsync(client) == "Healthy");

        var caller = 0;
        await Eventually.IsAsync(async () =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query={ctTimeseries{csv}}");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {SandboxCredentials.Unavailable}.{++caller}");
            request.Headers.TryAddWithoutValidation("GraphQL-Preflight", "1");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            return await ReadyAsync(client) == "Degraded\ncloudflare: The circuit is open to radar; cached answers are served as stale";
        });
    }

    /// <summary>The body of the health check, or its status if that is not 200.</summary>
    private static async Task<string> ReadyAsync(HttpClient client)
    {
        using var response = await client.GetAsync("health/ready", TestContext.Current.CancellationToken);
        return response.IsSuccessStatusCode
            ? await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
            : $"{(int)response.StatusCode}";
    }
}
