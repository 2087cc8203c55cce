using System.Text;
using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    private protected void Block(string retryAfter) => ServeSpectrum(
        429, """{"success":false,"errors":[{"code":971,"message":"Please wait"}]}""", ("Retry-After", retryAfter));

    private protected void Leave(int remaining, int reset) => ServeSpectrum(
        200, """{"success":true,"errors":[],"messages":[],"result":{"rows":1,"data_lag":0}}""", ("Ratelimit", $"\"default\";r={remaining};t={reset}"));

    private void ServeSpectrum(int status, string body, (string Name, string Value) header) => Sandbox.Serve(
        SandboxEndpoint.Bytime,
        new ServedAnswer(status, "application/json", Encoding.UTF8.GetBytes(body)) { Headers = new Dictionary<string, string> { [header.Name] = header.Value } });

    [Fact]
    public async Task A_limited_credential_makes_no_call_until_its_time_is_over_and_no_other_sees_an_error()
    {
        Block(retryAfter: "300");
        var limited = (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        (limited.Kind, limited.RetryAfterSeconds, limited.Cloudflare?.Status).ShouldBe((FailureKind.RateLimited, 300, 429));

        Time.Advance(TimeSpan.FromSeconds(100));
        await ExpectLimited(200);
        Time.Advance(TimeSpan.FromSeconds(200) - TimeSpan.FromTicks(1));
        await ExpectLimited(1);
        Calls.ShouldBe(1);
        (await Gateway.SpectrumAsync(OtherToken)).ShouldSucceed();
        (await Gateway.RadarAsync(OtherToken)).ShouldSucceed();
        Calls.ShouldBe(3);

        Time.Advance(TimeSpan.FromTicks(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token))).ShouldBe((CacheStatus.Miss, null));
        Calls.ShouldBe(4);

        async Task ExpectLimited(int seconds)
        {
            foreach (var failure in new[]
            {
                (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull(),
                (await Gateway.SpectrumAsync(Token, noCache: true)).Failure.ShouldNotBeNull(),
                (await Gateway.SpectrumAsync(Token, Another)).Failure.ShouldNotBeNull(),
                (await Gateway.RadarAsync(Token)).Failure.ShouldNotBeNull(),
            })
            {
                (failure.Kind, failure.RetryAfterSeconds, failure.Cloudflare).ShouldBe((FailureKind.RateLimited, seconds, null));
            }
        }
    }

    [Theory]
    [InlineData("0")]
    [InlineData("Mon, 01 Jun 2026 11:00:00 GMT")]
    public async Task Whatever_Cloudflare_says_a_limited_credential_makes_one_call_a_second_at_most(string retryAfter)
    {
        for (var second = 1; second <= 3; second++)
        {
            Block(retryAfter);
            for (var i = 0; i < 10; i++)
            {
                (await OutcomeOf(Gateway.SpectrumAsync(Token, Requests.Least with { Limit = 1 + i }))).ShouldBe((null, FailureKind.RateLimited));
                Calls.ShouldBe(second);
            }

            Time.Advance(TimeSpan.FromSeconds(1));
        }

        (await Gateway.SpectrumAsync(Token)).ShouldSucceed();
    }

    [Fact]
    public async Task While_a_credential_is_limited_it_reads_what_the_cache_has()
    {
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed();
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(1));
        Block(retryAfter: "300");
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Another))).ShouldBe((null, FailureKind.RateLimited));
        await SettleAsync();

        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled, noCache: true))).ShouldBe((CacheStatus.Stale, null));

        // It has expired, and would be refreshed in the background.
        Time.Advance(TimeSpan.FromSeconds(19));
        var stale = (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        stale.ShouldBe(new Freshness(CacheStatus.Stale, Noon, 20, Noon.AddSeconds(301)));

        // Past the lease, within the grace.
        Time.Advance(TimeSpan.FromSeconds(280));
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.ShouldBe(stale with { AgeSeconds = 300 });
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Stale, null));
        Calls.ShouldBe(3);
        Time.Advance(TimeSpan.FromSeconds(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Current))).ShouldBe((CacheStatus.Miss, null));
    }

    [Fact]
    public async Task Shared_data_that_others_fetch_is_served_to_a_limited_credential_while_its_lease_holds()
    {
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        Block(retryAfter: "300");
        (await OutcomeOf(Gateway.SpectrumAsync(Token))).ShouldBe((null, FailureKind.RateLimited));
        Time.Advance(TimeSpan.FromSeconds(2));
        (await Gateway.RadarAsync(OtherToken)).ShouldSucceed();
        var read = (await Gateway.RadarAsync(Token)).ShouldSucceed().Freshness;
        (read.Status, read.FetchedAt).ShouldBe((CacheStatus.Hit, Noon.AddSeconds(2)));
    }

    [Fact]
    public async Task A_credential_that_has_nothing_left_is_not_asked_with_before_it_has()
    {
        Leave(remaining: 0, reset: 120);
        (await OutcomeOf(Gateway.SpectrumAsync(Token))).ShouldBe((CacheStatus.Miss, null));
        var limited = (await Gateway.RadarAsync(Token)).Failure.ShouldNotBeNull();
        (limited.Kind, limited.RetryAfterSeconds).ShouldBe((FailureKind.RateLimited, 120));
        Calls.ShouldBe(1);
        (await Gateway.RadarAsync(OtherToken)).ShouldSucceed();
        Time.Advance(TimeSpan.FromSeconds(120));
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
    }

    [Fact]
    public async Task The_last_tenth_of_what_is_left_goes_to_those_who_wait()
    {
        Leave(remaining: 120, reset: 300);
        var fresh = (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        await SettleAsync();

        // It is not refreshed before its expiry, or for half a minute after it.
        Time.Advance(fresh.ExpiresAt - Noon - TimeSpan.FromTicks(1));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Current))).ShouldBe((CacheStatus.Hit, null));
        Time.Advance(TimeSpan.FromTicks(1));
        var stale = (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        (stale.Status, stale.FetchedAt, stale.ExpiresAt).ShouldBe((CacheStatus.Stale, Noon, fresh.ExpiresAt.AddSeconds(30)));
        Calls.ShouldBe(1);

        // Who waits is let through: for what is not there, for what is too old, and past the cache.
        Leave(remaining: 119, reset: 280);
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Another))).ShouldBe((CacheStatus.Miss, null));
        Leave(remaining: 118, reset: 280);
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Another, noCache: true))).ShouldBe((CacheStatus.Bypass, null));
        Calls.ShouldBe(3);
        Time.Advance(stale.ExpiresAt - Time.GetUtcNow());
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Current))).ShouldBe((CacheStatus.Miss, null));
        Calls.ShouldBe(4);

        // The sandbox has said that there is plenty left.
        Time.Advance(TimeSpan.FromSeconds(20));
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Current))).ShouldBe((CacheStatus.Updating, null));
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 5, TestContext.Current.CancellationToken);
    }
}
