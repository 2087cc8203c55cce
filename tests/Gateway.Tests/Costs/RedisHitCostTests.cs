using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Costs;

/// <summary>
/// Limits what a hit in Redis takes, where a replica reads for the first time what another one fetched. The counts are the same on every
/// machine. Runs alone, because memory is counted for the whole process.
/// </summary>
[Collection<HitCostCollection>]
[Trait("Gateway", "InProcess")]
public sealed class RedisHitCostTests(OneRedis redis) : IClassFixture<OneRedis>
{
    private const string Token = "a-token-of-the-hits";
    private const int First = 10_000_000;
    private const int Requests = 500;

    [Fact]
    public async Task A_hit_is_one_command_and_allocates_at_most_48_KiB()
    {
        await redis.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        var (writer, reader) = (Replica(sandbox), Replica(sandbox));
        try
        {
            await writer.InitializeAsync();
            await reader.InitializeAsync();
            using var fetching = Client(writer);
            Ask(fetching, First, 2 * Requests);
            await Eventually.IsAsync(async () => await CountAsync("setex") >= 2 * Requests);

            // Its own call gives the token a lease on the second replica.
            using var client = Client(reader);
            Ask(client, First + (2 * Requests), 1);
            Ask(client, First, Requests);
            var (calls, commands) = (sandbox.Calls.Count(SandboxEndpoint.Bytime), await CountAsync("getrange"));

            var before = GC.GetTotalAllocatedBytes(precise: true);
            var length = Ask(client, First + Requests, Requests);
            var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

            JsonNode.Parse(client.LastBody(length))!.Data();
            sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(calls);
            (await CountAsync("getrange") - commands).ShouldBe(Requests);
            TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes a hit, an answer of {length} bytes");
            bytes.ShouldBeLessThanOrEqualTo(48 * 1024);
        }
        finally
        {
            await writer.DisposeAsync();
            await reader.DisposeAsync();
        }
    }

    private GatewayApp Replica(SandboxHost sandbox) => new()
    {
        Setup = ("Production",
        [
            ("Redis:ConnectionString", redis.Address),
            ("Cache:Secret", new string('a', 64)),
            ("Redis:OperationTimeout", "00:00:05"),
            ("Cloudflare:MaxCallsPerSecond", "0"),
        ]),
        Upstream = sandbox,
        LogLevel = LogLevel.Warning,
    };

    private static RawClient Client(GatewayApp app) => new(app.Client.BaseAddress!, Token, new JsonObject
    {
        ["query"] = $$"""
            {
              spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR, dimensions: [EVENT],
                since: "2026-01-01T00:00:00Z", until: "2026-01-02T00:00:00Z", limit: {{First}}) {
                data { dimensions { event } points { start end count bytesIngress } }
              }
            }
            """,
    }.ToJsonString());

    private static int Ask(RawClient client, int first, int count)
    {
        var length = 0;
        for (var number = first; number < first + count; number++)
        {
            client.Vary(number);
            length = client.Ask();
        }

        return length;
    }

    /// <summary>How many of these commands Redis has run.</summary>
    private async Task<int> CountAsync(string command) =>
        Regex.Match(await redis.Server.CliAsync("INFO", "commandstats"), $"cmdstat_{command}:calls=(\\d+)") is { Success: true } found
            ? int.Parse(found.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)
            : 0;
}
