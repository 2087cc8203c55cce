using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Costs;

/// <summary>
/// Limits the allocations of a whole miss, from the caller's request over HTTP to the call over HTTP and back. The counts are the same on
/// every machine, but for the collector's own. Runs alone, because memory is counted for the whole process.
/// </summary>
[Collection<HitCostCollection>]
public sealed class MissCostTests : IAsyncLifetime
{
    private const int Requests = 1_000;

    private const string Window = "since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\"";
    private const string Dates = "since=2026-01-01T00%3A00%3A00Z&until=2026-01-02T00%3A00%3A00Z";

    private SandboxHost _sandbox = null!;

    public async ValueTask InitializeAsync() => _sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    public static TheoryData<string, int, string, string> Misses => new()
    {
        {
            "small", 28_000, $"timeDelta: DAY, {Window}, limit: $limit) {{ rows totals {{ count bytesIngress bytesEgress }} }}",
            $"time_delta=day&metrics=count,bytesIngress,bytesEgress&{Dates}"
        },
        {
            "24 intervals of 5 rows", 41_000,
            $"timeDelta: HOUR, {Window}, dimensions: [EVENT], limit: $limit) {{ data {{ dimensions {{ event }} points {{ start end count bytesIngress bytesEgress }} }} }}",
            $"time_delta=hour&dimensions=event&metrics=count,bytesIngress,bytesEgress&{Dates}"
        },
    };

    [Theory]
    [MemberData(nameof(Misses))]
    public async Task A_miss_allocates_no_more_than_it_does(string name, int most, string field, string target)
    {
        using var http = new HttpClient();
        http.DefaultRequestHeaders.Add("Authorization", "Bearer a-token-of-the-misses");
        using var upstream = new RecordedUpstream(await http.GetStringAsync(
            $"{_sandbox.BaseUrl}/zones/{GatewayApp.Zone}/spectrum/analytics/events/bytime?{target}", TestContext.Current.CancellationToken));
        await using var app = new GatewayApp
        {
            Upstream = _sandbox,
            Setup = ("Production", [("Cloudflare:BaseUrl", upstream.BaseUrl), ("Cloudflare:MaxCallsPerSecond", "0")]),
            LogLevel = LogLevel.Warning,
        };
        await app.InitializeAsync();
        var body = new JsonObject
        {
            ["query"] = $"query($limit: Int) {{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", {field} }}",
            ["variables"] = new JsonObject { ["limit"] = 10_000_000 },
        };
        using var client = new RawClient(app.Client.BaseAddress!, "a-token-of-the-misses", body.ToJsonString());
        Ask(client, 10_000_000);

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var length = Ask(client, 20_000_000);
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

        JsonNode.Parse(client.LastBody(length))!.Data();
        upstream.Answered.ShouldBe(2 * Requests);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {bytes} bytes a miss, an answer of {length} bytes");
        bytes.ShouldBeLessThanOrEqualTo(most, name);
    }

    private static int Ask(RawClient client, int first)
    {
        var length = 0;
        for (var i = 0; i < Requests; i++)
        {
            client.Vary(first + i);
            length = client.Ask();
        }

        return length;
    }
}
