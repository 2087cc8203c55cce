using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

/// <summary>The cache's behaviour if the gateway itself delays calls, over real HTTP to a sandbox.</summary>
public sealed class HeldBackTests : IAsyncLifetime
{
    private const string Token = "a-token-that-is-good";
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SpectrumEventsArguments Current = new(Requests.Zone, SpectrumTimeDelta.Minute);

    private readonly FakeTimeProvider _time = new(Noon);
    private SandboxHost _sandbox = null!;

    private int Calls => _sandbox.Calls.Count(SandboxEndpoint.Bytime);

    public async ValueTask InitializeAsync() =>
        _sandbox = await SandboxServer.StartAsync(new SandboxOptions { Time = _time }, TestContext.Current.CancellationToken);

    public ValueTask DisposeAsync() => _sandbox.DisposeAsync();

    [Fact]
    public async Task A_call_that_was_not_made_is_not_held_against_its_request_when_Cloudflare_is_back()
    {
        await using var gateway = Start(("Cloudflare:Breaker:BreakTime", "00:00:10"));
        await BreakAsync(gateway);

        // Were they held, each for twice as long as the one before, the last one would be for eight seconds.
        foreach (var milliseconds in new[] { 0, 1500, 2500, 4500 })
        {
            _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            (await gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull().RetryAfterSeconds.ShouldNotBeNull();
        }

        _time.Advance(TimeSpan.FromMilliseconds(1500));
        (await gateway.SpectrumAsync(Token)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
    }

    [Fact]
    public async Task Data_that_the_caller_could_read_lately_stands_in_for_a_call_that_is_not_made()
    {
        await using var gateway = Start();
        await gateway.SpectrumAsync(Token, Current);
        _time.Advance(TimeSpan.FromMinutes(5));
        await BreakAsync(gateway);
        var calls = Calls;

        (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Stale);
        Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task In_a_zone_that_fails_for_its_credential_a_request_is_read_after_the_lease_once_it_has_failed_itself()
    {
        await using var gateway = Start();
        await gateway.SpectrumAsync(Token, Current);
        _time.Advance(TimeSpan.FromMinutes(5));
        _sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable);
        for (var i = 1; i <= 5; i++)
        {
            await gateway.SpectrumAsync(Token, Requests.Least with { Limit = i });
        }

        var calls = Calls;
        (await gateway.SpectrumAsync(Token, Requests.Least with { Limit = 6 })).Failure!.IsUnsent.ShouldBeTrue();
        Calls.ShouldBe(calls);
        (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Stale);
        Calls.ShouldBe(calls + 1);

        // Its own failure is over, but not the hold, which another request prolongs.
        _time.Advance(TimeSpan.FromSeconds(1));
        (await gateway.SpectrumAsync(Token, Requests.Least with { Limit = 7 })).Failure!.IsUnsent.ShouldBeFalse();
        _time.Advance(TimeSpan.FromSeconds(1));
        (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Stale);
        Calls.ShouldBe(calls + 2);
    }

    [Fact]
    public async Task A_wall_clock_that_is_set_back_changes_nothing_but_when_answers_were_fetched()
    {
        await using var gateway = Start(("Cloudflare:Breaker:BreakTime", "00:00:10"));
        await gateway.SpectrumAsync(Token, Current);
        _time.Advance(TimeSpan.FromMinutes(5));
        await BreakAsync(gateway);
        gateway.WallClockSkew = TimeSpan.FromHours(-2);

        var stale = (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        (stale.Status, stale.AgeSeconds, stale.FetchedAt).ShouldBe((CacheStatus.Stale, 300, Noon));
        _time.Advance(TimeSpan.FromSeconds(10) - TimeSpan.FromTicks(1));
        (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Stale);
        _time.Advance(TimeSpan.FromTicks(1));
        var miss = (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        (miss.Status, miss.AgeSeconds, miss.FetchedAt).ShouldBe((CacheStatus.Miss, 0, _time.GetUtcNow().AddHours(-2)));
        _time.Advance(TimeSpan.FromSeconds(10));
        (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness
            .ShouldBe(miss with { Status = CacheStatus.Hit, AgeSeconds = 10 });
    }

    [Fact]
    public async Task Where_there_is_no_permit_for_a_call_older_data_stands_in_within_the_lease_and_not_after_it()
    {
        await using var gateway = Start(("Cloudflare:MaxConcurrentCalls", "1"), ("Cloudflare:QueueLength", "0"));
        await gateway.SpectrumAsync(Token, Current);
        _time.Advance(TimeSpan.FromSeconds(60));
        var holding = gateway.SpectrumAsync(SandboxCredentials.Slow);
        await _sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 2, TestContext.Current.CancellationToken);

        (await gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Stale);
        (await gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Overloaded);
        _time.Advance(TimeSpan.FromTicks(1));
        (await gateway.SpectrumAsync(Token, Current)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Overloaded);
        Calls.ShouldBe(2);
        _sandbox.ReleaseSlowAnswers();
        (await holding).ShouldSucceed();
        (await gateway.SpectrumAsync(Token)).ShouldSucceed();
    }

    [Fact]
    public async Task Who_waits_for_somebody_elses_call_holds_no_place()
    {
        await using var gateway = Start(("Cloudflare:MaxConcurrentCalls", "1"), ("Cloudflare:QueueLength", "0"));
        var asked = Enumerable.Range(0, 200).Select(_ => gateway.SpectrumAsync(SandboxCredentials.Slow)).ToArray();
        await _sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        _sandbox.ReleaseSlowAnswers();

        (await Task.WhenAll(asked)).ShouldAllBe(answer => answer.Value != null);
        Calls.ShouldBe(1);
    }

    private Replica Start(params (string, string)[] settings) =>
        new(_sandbox.BaseUrl, _time, second: null, secret: null, settings: [("Cloudflare:MaxCallsPerSecond", "0"), .. settings]);

    /// <summary>Calls of four known credentials fail, until the circuit opens.</summary>
    private async Task BreakAsync(Replica gateway)
    {
        for (var i = 0; i < 24; i++)
        {
            await gateway.SpectrumAsync($"{Token}-{i % 4}", Requests.Least with { Limit = 1 + i });
            if (i == 3)
            {
                _sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable);
            }
        }

        _sandbox.Restore(SandboxEndpoint.Bytime);
    }
}
