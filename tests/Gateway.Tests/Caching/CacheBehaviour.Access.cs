using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Spectrum.Inputs;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    [Fact]
    public async Task A_token_that_is_revoked_silently_reads_for_as_long_as_its_lease()
    {
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Miss, null));
        RefuseCredential();
        Time.Advance(TimeSpan.FromSeconds(44));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        Calls.ShouldBe(1);

        Time.Advance(TimeSpan.FromSeconds(16) + TimeSpan.FromTicks(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.Unauthenticated));
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_lease_counts_from_when_its_call_began()
    {
        var asked = Gateway.SpectrumAsync(SandboxCredentials.Slow, Settled);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        Time.Advance(TimeSpan.FromSeconds(6));
        Sandbox.ReleaseSlowAnswers();
        (await asked).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(54));
        (await OutcomeOf(Gateway.SpectrumAsync(SandboxCredentials.Slow, Settled))).ShouldBe((CacheStatus.Hit, null));
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 2, TestContext.Current.CancellationToken);
        Time.Advance(TimeSpan.FromTicks(1));

        // Nothing is read any more: it waits for the renewal.
        var waiting = Gateway.SpectrumAsync(SandboxCredentials.Slow, Settled);
        waiting.IsCompleted.ShouldBeFalse();
        Sandbox.ReleaseSlowAnswers();
        (await waiting).ShouldSucceed();
    }

    [Fact]
    public async Task A_hit_in_the_last_quarter_of_a_lease_renews_it_and_does_not_wait()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(45) - TimeSpan.FromTicks(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        Calls.ShouldBe(1);
        Time.Advance(TimeSpan.FromTicks(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        await RenewedAsync(Token, at: 45);
        Time.Advance(TimeSpan.FromSeconds(45));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        await RenewedAsync(Token, at: 90);
        Calls.ShouldBe(3);
    }

    [Fact]
    public async Task A_renewal_that_failed_is_tried_again_a_second_later_and_not_at_each_hit()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(45));
        GoDown();
        for (var second = 0; second < 4; second++)
        {
            for (var i = 0; i < 10; i++)
            {
                (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
            }

            await Eventually.IsAsync(() => !LeaseOf(Token)!.IsRenewing);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        // Not in the third second: a request that failed twice in a row is not made again for two.
        Calls.ShouldBe(1 + 3);
    }

    [Theory]
    [InlineData(401, 10000)]
    [InlineData(403, 9109)]
    [InlineData(400, 6003)]
    public async Task A_refused_credential_loses_its_lease_and_all_its_own_entries_at_once(int status, int code)
    {
        var other = Settled with { TimeDelta = SpectrumTimeDelta.Day };
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        (await Gateway.SpectrumAsync(OtherToken, Settled)).ShouldSucceed();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        Sandbox.Serve(SandboxEndpoint.Bytime, status, "application/json", $$"""{"success":false,"errors":[{"code":{{code}},"message":"no"}]}""");
        (await Gateway.SpectrumAsync(Token, other)).Failure.ShouldNotBeNull();
        await SettleAsync();

        // Not even stale, while Cloudflare can't be asked.
        Time.Advance(TimeSpan.FromSeconds(10));
        GoDown();
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));
        (await OutcomeOf(Gateway.SpectrumAsync(OtherToken, Settled))).ShouldBe((CacheStatus.Hit, null));
    }

    [Fact]
    public async Task A_refusal_of_the_credential_is_never_answered_from_stale_data()
    {
        await Gateway.SpectrumAsync(Token, Settled);
        await Gateway.RadarAsync(Token);
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(61));
        RefuseCredential();
        (await Gateway.SpectrumAsync(Token, Settled)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Unauthenticated);
        (await Gateway.RadarAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Unauthenticated);
    }

    [Fact]
    public async Task While_cloudflare_is_down_a_caller_with_a_lease_reads_stale_data_for_a_quarter_of_an_hour_and_then_none()
    {
        (await Gateway.SpectrumAsync(Token)).ShouldSucceed();
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        await SettleAsync();
        GoDown();

        Time.Advance(TimeSpan.FromSeconds(61));
        await Expect(CacheStatus.Stale, 61);
        Time.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(61));
        await Expect(CacheStatus.Stale, 900);
        Time.Advance(TimeSpan.FromTicks(1));
        (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamUnavailable);
        (await Gateway.RadarAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.UpstreamUnavailable);

        async Task Expect(CacheStatus status, double age)
        {
            foreach (var freshness in new[] { (await Gateway.SpectrumAsync(Token)).ShouldSucceed().Freshness, (await Gateway.RadarAsync(Token)).ShouldSucceed().Freshness })
            {
                (freshness.Status, freshness.AgeSeconds, freshness.FetchedAt).ShouldBe((status, age, Noon));
            }

            // One without a lease never sees data, not even what is shared.
            (await Gateway.SpectrumAsync(OtherToken)).Failure.ShouldNotBeNull();
            (await Gateway.RadarAsync(OtherToken)).Failure.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task Every_interval_can_be_read_for_all_of_the_grace()
    {
        foreach (var delta in Enum.GetValues<SpectrumTimeDelta>())
        {
            (await Gateway.SpectrumAsync(Token, new(Requests.Zone, delta))).ShouldSucceed();
        }

        await SettleAsync();
        GoDown();
        Time.Advance(TimeSpan.FromMinutes(15));
        foreach (var delta in Enum.GetValues<SpectrumTimeDelta>())
        {
            (await OutcomeOf(Gateway.SpectrumAsync(Token, new(Requests.Zone, delta)))).ShouldBe((CacheStatus.Stale, null));
        }
    }

    [Fact]
    public async Task Shared_data_needs_a_lease_of_ones_own_and_nobodys_refusal_touches_it()
    {
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        foreach (var token in new[] { SandboxCredentials.Forbidden, SandboxCredentials.Unauthorized, SandboxCredentials.OverCost, SandboxCredentials.NotFound })
        {
            (await Gateway.RadarAsync(token)).Failure.ShouldNotBeNull();
        }

        Calls.ShouldBe(5);
        var hit = (await Gateway.RadarAsync(Token)).ShouldSucceed().Freshness;
        (hit.Status, hit.FetchedAt).ShouldBe((CacheStatus.Hit, Noon));

        // A second caller asks once, and its answer is everybody's.
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Gateway.RadarAsync(OtherToken)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
        (await Gateway.RadarAsync(Token)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon.AddSeconds(2));
        Calls.ShouldBe(6);
    }

    [Fact]
    public async Task Radars_entries_belong_to_one_credential_where_that_is_configured()
    {
        await using var gateway = Start(("Cache:Radar:Scope", "Credential"));
        (await gateway.RadarAsync(Token)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(1));
        (await gateway.RadarAsync(OtherToken)).ShouldSucceed();
        (await gateway.RadarAsync(Token)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon);
    }

    [Fact]
    public async Task A_refusal_is_held_for_half_a_minute_and_for_its_credential_alone()
    {
        foreach (var token in new[] { SandboxCredentials.OverCost, SandboxCredentials.NotFound })
        {
            var before = Calls;
            await Gateway.SpectrumAsync(token);
            Time.Advance(TimeSpan.FromSeconds(30) - TimeSpan.FromTicks(1));
            await Gateway.SpectrumAsync(token);
            (Calls - before).ShouldBe(1);
            (await Gateway.SpectrumAsync(Token + before)).ShouldSucceed();
            (Calls - before).ShouldBe(2);
            Time.Advance(TimeSpan.FromTicks(1));
            await Gateway.SpectrumAsync(token);
            (Calls - before).ShouldBe(3);
        }
    }

    [Fact]
    public async Task What_cloudflare_has_not_said_whole_is_not_kept()
    {
        await AskTwice(SandboxCredentials.SuccessFalse, TimeSpan.Zero);
        await AskTwice(SandboxCredentials.CutOff, TimeSpan.FromSeconds(1));
        await AskTwice(SandboxCredentials.HalfJson, TimeSpan.FromSeconds(1));
        await AskTwice(SandboxCredentials.Html200, TimeSpan.FromSeconds(1));

        async Task AskTwice(string token, TimeSpan pause)
        {
            var before = Calls;
            (await Gateway.SpectrumAsync(token)).Failure.ShouldNotBeNull();
            Time.Advance(pause);
            (await Gateway.SpectrumAsync(token)).Failure.ShouldNotBeNull();
            (Calls - before).ShouldBe(2, token);
            Time.Advance(TimeSpan.FromMinutes(2));
        }
    }
}
