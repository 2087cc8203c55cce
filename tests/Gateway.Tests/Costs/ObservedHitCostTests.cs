using System.Diagnostics;
using System.Text.Json.Nodes;
using Gateway.Tests.EndToEnd;
using Gateway.Tests.Telemetry;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Costs;

/// <summary>
/// Limits what a cache hit costs while metrics, logs and a share of traces are exported, if it is not one of the share. Runs alone, because
/// memory is counted for the whole process, and listeners hear all of it.
/// </summary>
[Collection<HitCostCollection>]
[Trait("Gateway", "InProcess")]
public sealed class ObservedHitCostTests : IAsyncLifetime
{
    private const int Requests = 2_000;
    private const string Query =
        $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") {{ rows totals {{ count }} }} }}";

    private OtlpCollector _collector = null!;
    private GatewayApp _app = null!;
    private RawClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _collector = await OtlpCollector.StartAsync();
        _app = new GatewayApp
        {
            // None is in a share of nothing, and the collector, which is in this process too, gets nothing while bytes are counted.
            Setup = ("Production",
            [
                .. _collector.Endpoint, ("OTEL_TRACES_SAMPLER", "traceidratio"), ("OTEL_TRACES_SAMPLER_ARG", "0"),
                ("OTEL_METRIC_EXPORT_INTERVAL", "3600000"),
            ]),
            LogLevel = LogLevel.Warning,
        };
        await _app.InitializeAsync();
        _client = new RawClient(_app.Client.BaseAddress!, "a-token-of-the-hits", new JsonObject { ["query"] = Query }.ToJsonString());
        Ask();
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        await _app.DisposeAsync();
        await _collector.DisposeAsync();
    }

    [Fact]
    public void A_hit_that_is_not_sampled_allocates_at_most_1600_bytes()
    {
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Ask();
        var bytes = (GC.GetTotalAllocatedBytes(precise: true) - before) / Requests;

        TestContext.Current.TestOutputHelper?.WriteLine($"{bytes} bytes a hit");
        bytes.ShouldBeLessThanOrEqualTo(1600);
    }

    [Fact]
    public void It_starts_no_activity()
    {
        var started = new List<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = static source => source.Name == "Microsoft.AspNetCore" || source.Name.StartsWith("Gateway.", StringComparison.Ordinal),
            ActivityStarted = activity =>
            {
                lock (started)
                {
                    started.Add(activity.Source.Name);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        Ask();

        started.ShouldBeEmpty();
    }

    private void Ask()
    {
        for (var i = 0; i < Requests; i++)
        {
            _client.Ask();
        }
    }
}
