using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Gateway.Tests.Caching;

/// <summary>The cache with an L2 that is always available.</summary>
public sealed class SharedMemoryCacheTests : ReplicaBehaviour
{
    private readonly SharedStore _store = new();

    private protected override IDistributedTier Connect(TimeProvider time) => new SharedTier(_store);

    [Fact]
    public Task A_refusal_while_L2_is_away_ends_the_answers_of_the_other_replica_within_its_lease() =>
        RefuseWhileAwayAsync(() => SetAnswering(false), () => SetAnswering(true));

    [Fact]
    public async Task Of_a_refusal_nothing_reaches_L2()
    {
        (await Gateway.SpectrumAsync(SandboxCredentials.Unauthorized)).Failure.ShouldNotBeNull();
        (await Gateway.SpectrumAsync(SandboxCredentials.OverCost)).Failure.ShouldNotBeNull();
        _store.Entries.ShouldBeEmpty();
        var reads = _store.Reads;
        (await Gateway.SpectrumAsync(SandboxCredentials.Unauthorized)).Failure.ShouldNotBeNull();
        (await Gateway.SpectrumAsync(SandboxCredentials.Unauthorized, Another)).Failure.ShouldNotBeNull();
        _store.Reads.ShouldBe(reads);
    }

    [Fact]
    public async Task L2_is_read_once_before_a_fetch_and_not_for_hits_renewals_and_requests_past_the_cache()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Gateway.SpectrumAsync(Token, Settled)));
        _store.Reads.ShouldBe(1);
        _store.Entries.Count.ShouldBe(1);
        for (var hit = 0; hit < 100; hit++)
        {
            (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        }

        (await Gateway.SpectrumAsync(Token, Settled, noCache: true)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(45));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        await RenewedAsync(Token, at: 45);
        (_store.Reads, Calls).ShouldBe((1, 3));
    }

    [Fact]
    public async Task What_does_not_decode_is_a_miss()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        foreach (var (key, entry) in _store.Entries)
        {
            _store.Entries[key] = entry with { Payload = entry.Payload[..^1] };
        }

        using var undecodable = new MetricCollector<long>(Second.Meters, CacheMetrics.MeterName, "gateway.cache.undecodable");
        (await OutcomeOf(Second.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Miss, null));
        undecodable.GetMeasurementSnapshot().Sum(measurement => measurement.Value).ShouldBe(1);
    }

    private Task SetAnswering(bool isAnswering)
    {
        _store.IsAnswering = isAnswering;
        return Task.CompletedTask;
    }
}
