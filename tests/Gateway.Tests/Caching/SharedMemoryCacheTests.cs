using System.Diagnostics.Metrics;
using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

/// <summary>The cache with a level two that always answers.</summary>
public sealed class SharedMemoryCacheTests : ReplicaBehaviour
{
    private readonly SharedStore _store = new();

    private protected override ISecondLevel Connect(TimeProvider time) => new SharedSecondLevel(_store, time);

    [Fact]
    public async Task A_credential_that_is_held_refused_is_not_looked_up()
    {
        (await Gateway.SpectrumAsync(SandboxCredentials.Unauthorized)).Failure.ShouldNotBeNull();
        var reads = _store.Reads;
        (await Gateway.SpectrumAsync(SandboxCredentials.Unauthorized)).Failure.ShouldNotBeNull();
        (await Gateway.SpectrumAsync(SandboxCredentials.Unauthorized, Another)).Failure.ShouldNotBeNull();
        _store.Reads.ShouldBe(reads);
    }

    [Fact]
    public async Task A_miss_reads_three_things_of_level_two()
    {
        // The entry, the lease, and whether the credential is limited.
        (await Gateway.SpectrumAsync(Token)).ShouldSucceed();
        _store.Reads.ShouldBe(3);
    }

    [Fact]
    public async Task Hits_read_nothing_of_level_two_but_once_in_five_seconds()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        for (var second = 0; second < 3; second++)
        {
            var reads = _store.Reads;
            for (var hit = 0; hit < 100; hit++)
            {
                (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
            }

            _store.Reads.ShouldBe(second == 0 ? reads : reads + 3);
            Time.Advance(LookClock.Interval);
        }
    }

    [Fact]
    public async Task What_does_not_decode_is_a_miss()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        foreach (var (key, entry) in _store.Entries)
        {
            _store.Entries[key] = entry with { Payload = entry.Payload.Length > 0 ? entry.Payload[..^1] : default };
        }

        var counted = 0L;
        using var meters = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == CacheMetrics.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref counted, count));
        meters.Start();
        (await OutcomeOf(Second.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Miss, null));
        counted.ShouldBeGreaterThan(0);
    }
}
