using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

/// <summary>What a level two adds, with two replicas: each backend that replicas share inherits these tests, with all of the others.</summary>
public abstract class ReplicaBehaviour : CacheBehaviour
{
    private protected Replica Second { get; private set; } = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Second = Start();
    }

    public override async ValueTask DisposeAsync()
    {
        await Second.DisposeAsync();
        await base.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_one_replica_has_fetched_no_other_asks_for()
    {
        var fetched = (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(1));
        var read = (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed();
        read.Freshness.ShouldBe(fetched.Freshness with { Status = CacheStatus.Hit, AgeSeconds = 1 });
        read.Totals.Count.ShouldBe(fetched.Totals.Count);
        read.Data[0].Points.Select(point => point.Count).ShouldBe(fetched.Data[0].Points.Select(point => point.Count));
        (await Second.RadarAsync(Token)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_secret_reads_what_the_previous_one_wrote_and_ends_what_it_granted()
    {
        byte[] before = [1, 2, 3];
        await using var old = Start(new Fingerprints(before));
        await using var rolledOut = Start(new Fingerprints([4, 5, 6], before));
        (await old.SpectrumAsync(Token, Settled)).ShouldSucceed();
        await SettleAsync();
        (await rolledOut.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);
        Calls.ShouldBe(1);

        Time.Advance(TimeSpan.FromSeconds(1));
        RefuseCredential();
        (await rolledOut.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(10));
        GoDown();
        (await OutcomeOf(old.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));
        (await OutcomeOf(rolledOut.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));
    }

    [Fact]
    public async Task A_caller_without_a_lease_asks_on_every_replica()
    {
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        await SettleAsync();
        (await Second.RadarAsync(OtherToken)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
        (await Second.RadarAsync(SandboxCredentials.Forbidden)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Forbidden);
        Calls.ShouldBe(3);
    }

    [Fact]
    public async Task A_token_that_one_replica_was_refused_with_is_refused_by_the_other_within_five_seconds()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        await SettleAsync();
        (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);

        Time.Advance(TimeSpan.FromSeconds(1));
        RefuseCredential();
        (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        await SettleAsync();

        Time.Advance(TimeSpan.FromSeconds(5));
        (await OutcomeOf(Second.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.Unauthenticated));
        Calls.ShouldBe(2);

        // After its time it is asked again, and nothing is left to read while Cloudflare can't answer.
        Time.Advance(TimeSpan.FromSeconds(5));
        GoDown();
        (await OutcomeOf(Second.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));
        Calls.ShouldBe(3);
    }

    [Theory]
    [InlineData(SandboxCredentials.Unauthorized)]
    [InlineData(SandboxCredentials.Forbidden)]
    public async Task A_made_up_token_costs_one_call_in_ten_seconds_on_all_replicas_together(string token)
    {
        var refused = (await Gateway.SpectrumAsync(token)).Failure.ShouldNotBeNull();
        await SettleAsync();
        for (var second = 0; second < 10; second++)
        {
            var failure = (await Second.SpectrumAsync(token, Requests.Least with { Limit = 1 + second })).Failure.ShouldNotBeNull();
            (failure.Kind, failure.Message, failure.Permission).ShouldBe((refused.Kind, refused.Message, refused.Permission));
            (failure.Cloudflare!.Status, failure.Cloudflare.Ray).ShouldBe((refused.Cloudflare!.Status, refused.Cloudflare.Ray));
            failure.Cloudflare.Errors.ShouldBe(refused.Cloudflare.Errors);
            Time.Advance(TimeSpan.FromSeconds(1));
        }

        Calls.ShouldBe(1);
        (await Second.SpectrumAsync(token)).Failure.ShouldNotBeNull();
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_credential_that_one_replica_is_limited_with_makes_no_call_on_another_and_counts_down_there()
    {
        (await Second.SpectrumAsync(Token, Current)).ShouldSucceed();
        Block(retryAfter: "300");
        (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.RateLimited);
        await SettleAsync();

        Time.Advance(TimeSpan.FromSeconds(20));
        var freshness = (await Second.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        (freshness.Status, freshness.ExpiresAt).ShouldBe((CacheStatus.Stale, Noon.AddSeconds(300)));
        foreach (var failure in new[]
        {
            (await Second.SpectrumAsync(Token, Another)).Failure.ShouldNotBeNull(),
            (await Second.RadarAsync(Token)).Failure.ShouldNotBeNull(),
        })
        {
            (failure.Kind, failure.RetryAfterSeconds).ShouldBe((FailureKind.RateLimited, 280));
        }

        (await Second.SpectrumAsync(OtherToken, Another)).ShouldSucceed();
        (await Second.RadarAsync(OtherToken)).ShouldSucceed();
        Calls.ShouldBe(4);
        Time.Advance(TimeSpan.FromSeconds(280));
        (await Second.SpectrumAsync(Token, Another)).ShouldSucceed();
    }

    [Fact]
    public async Task Nor_does_it_go_past_the_cache_on_another_replica()
    {
        Block(retryAfter: "300");
        (await Gateway.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        await SettleAsync();
        (await Second.SpectrumAsync(Token, noCache: true)).Failure.ShouldNotBeNull().RetryAfterSeconds.ShouldBe(300);
        Calls.ShouldBe(1);
    }

    [Fact]
    public async Task Replicas_with_the_old_secret_and_the_new_one_tell_each_other_of_limits()
    {
        byte[] before = [1, 2, 3];
        await using var old = Start(new Fingerprints(before));
        await using var rolledOut = Start(new Fingerprints([4, 5, 6], before));
        Block(retryAfter: "300");
        (await old.SpectrumAsync(Token)).Failure.ShouldNotBeNull();
        Block(retryAfter: "300");
        (await rolledOut.SpectrumAsync(OtherToken)).Failure.ShouldNotBeNull();
        await SettleAsync();
        (await OutcomeOf(rolledOut.SpectrumAsync(Token))).ShouldBe((null, FailureKind.RateLimited));
        (await OutcomeOf(old.SpectrumAsync(OtherToken))).ShouldBe((null, FailureKind.RateLimited));
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task A_newer_answer_of_another_replica_is_read_after_five_seconds()
    {
        await Gateway.SpectrumAsync(Token, Settled);
        await SettleAsync();
        await Second.SpectrumAsync(Token, Settled);
        Time.Advance(TimeSpan.FromSeconds(2));
        (await Gateway.SpectrumAsync(Token, Settled, noCache: true)).ShouldSucceed();
        await SettleAsync();
        (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon);
        Time.Advance(TimeSpan.FromSeconds(3));
        (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon.AddSeconds(2));
        Calls.ShouldBe(2);
    }
}
