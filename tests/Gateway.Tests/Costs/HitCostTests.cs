using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.EndToEnd;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Costs;

/// <summary>
/// Limits the allocations of a cache hit. The counts are the same on every machine. Runs alone, because memory is counted for the whole
/// process.
/// </summary>
[Collection<HitCostCollection>]
public sealed class HitCostTests : IAsyncLifetime
{
    private const int Requests = 2_000;

    private readonly GatewayApp _app = new() { Setup = ("Production", []), LogLevel = LogLevel.Warning };

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    public static TheoryData<string, int, string> Hits => new()
    {
        { "small", 2, $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") {{ rows totals {{ count }} }} }}" },
        { "a window", 2, $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: YEAR, window: \"366d\", shift: \"52w\") {{ rows totals {{ count }} }} }}" },
        { "large", 2, "{ ctTimeseries(aggInterval: FIFTEEN_MINUTES, dateStart: [\"2026-01-01T00:00:00Z\", \"2026-01-02T00:00:00Z\"], dateEnd: [\"2026-01-02T00:00:00Z\", \"2026-01-03T00:00:00Z\"]) { series { name points { timestamp value } } } }" },
        { "with its age", 2, "{ ctTimeseries(dateRange: [\"7d\"]) { series { name values } freshness { ageSeconds } } }" },
        { "groups by key", 2, "{ ctTimeseriesGroups(dimension: CA, series: [{ dateRange: \"7d\" }]) { series { groups(where: { key: { neq: \"other\" } }, order: { key: ASC }) { key total values } } } }" },
        { "a page of authorities", 2, "{ ctAuthorities { authorities(first: 50, where: { owner: { neq: \"Litware\" } }, order: { name: ASC }) { totalCount nodes { id name owner } } } }" },
        { "a log", 2, "{ ctLog(id: \"argon2026h1\") { log { operator } performance { uptime } freshness { ageSeconds } } }" },
        { "of five calls", 3, "{ ctTimeseries(series: [{ dateRange: \"1d\" }, { dateRange: \"2d\" }, { dateRange: \"3d\" }, { dateRange: \"4d\" }, { dateRange: \"5d\" }]) { csv } }" },
    };

    [Theory]
    [MemberData(nameof(Hits))]
    public void A_hit_allocates_at_most_2_or_3_KiB_and_makes_no_call(string name, int mostKiB, string query)
    {
        using var client = new RawClient(_app.Client.BaseAddress!, "a-token-of-the-hits", new JsonObject { ["query"] = query }.ToJsonString());
        Ask(client, Requests);
        var (calls, generation2) = (Calls, GC.CollectionCount(2));

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var length = Ask(client, Requests);
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

        JsonNode.Parse(client.LastBody(length))!.Data();
        Calls.ShouldBe(calls);
        bytes.ShouldBeLessThanOrEqualTo(mostKiB * 1024, name);
        (GC.CollectionCount(2) - generation2).ShouldBe(0, name);
        TestContext.Current.TestOutputHelper?.WriteLine($"{name}: {bytes} bytes a hit, an answer of {length} bytes");
    }

    private int Calls => Enum.GetValues<SandboxEndpoint>().Sum(endpoint => _app.Sandbox.Calls.Count(endpoint));

    private static int Ask(RawClient client, int times)
    {
        var length = 0;
        for (var i = 0; i < times; i++)
        {
            length = client.Ask();
        }

        return length;
    }
}

[CollectionDefinition(DisableParallelization = true)]
public sealed class HitCostCollection;
