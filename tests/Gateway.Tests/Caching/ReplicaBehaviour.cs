using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

/// <summary>The behaviour that L2 adds, with two replicas. Each kind of shared L2 inherits these tests, together with the others.</summary>
public abstract partial class ReplicaBehaviour : CacheBehaviour
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
    public async Task What_one_replica_has_fetched_another_reads_once_it_has_seen_the_credential_granted()
    {
        var fetched = (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        (await Gateway.SpectrumAsync(Token, Another)).ShouldSucceed();
        (await Gateway.RadarAsync(Token)).ShouldSucceed();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(1));

        // One call for each scope shows that it may read; what it brings is the newest.
        (await OutcomeOf(Second.SpectrumAsync(Token, Another))).ShouldBe((CacheStatus.Miss, null));
        (await Second.RadarAsync(Token)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
        Calls.ShouldBe(5);

        var read = (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed();
        read.Freshness.ShouldBe(fetched.Freshness with { Status = CacheStatus.Hit, AgeSeconds = 1, ExpiresAt = Noon.AddSeconds(61) });
        read.Totals.Count.ShouldBe(fetched.Totals.Count);
        read.Data[0].Points.Select(point => point.Count).ShouldBe(fetched.Data[0].Points.Select(point => point.Count));
        Calls.ShouldBe(5);
    }

    [Fact]
    public async Task A_window_that_another_replica_has_fetched_turns_at_the_same_instant()
    {
        var window = Requests.Least with { Window = "24h" };
        Time.Advance(TimeSpan.FromSeconds(3590));
        (await Gateway.SpectrumAsync(Token, window)).ShouldSucceed();
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(4));
        (await Second.SpectrumAsync(Token, Another)).ShouldSucceed();

        // Nor does another clock change when that is: the payload has the time of the call.
        Second.WallClockSkew = TimeSpan.FromSeconds(-1);
        var read = (await Second.SpectrumAsync(Token, Requests.Least with { Window = "1440m" })).ShouldSucceed().Freshness;
        (read.Status, read.AgeSeconds, read.ExpiresAt).ShouldBe((CacheStatus.Hit, 3, Noon.AddHours(1)));
        Calls.ShouldBe(2);

        Time.Advance(TimeSpan.FromSeconds(7) - TimeSpan.FromTicks(1));
        (await OutcomeOf(Second.SpectrumAsync(Token, window))).ShouldBe((CacheStatus.Hit, null));
        Time.Advance(TimeSpan.FromTicks(1));
        (await OutcomeOf(Second.SpectrumAsync(Token, window))).ShouldBe((CacheStatus.Updating, null));
        await SettleAsync();
    }

    [Fact]
    public async Task A_new_secret_reads_what_the_previous_one_wrote()
    {
        byte[] before = [1, 2, 3];
        await using var old = Start(new CacheSecret(before));
        await using var rolledOut = Start(new CacheSecret([4, 5, 6], before));
        (await old.SpectrumAsync(Token, Settled)).ShouldSucceed();
        await SettleAsync();
        (await rolledOut.SpectrumAsync(Token, Another)).ShouldSucceed();
        (await rolledOut.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);
        Calls.ShouldBe(2);
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
    public async Task A_token_that_one_replica_was_refused_with_is_refused_by_the_other_within_the_lease()
    {
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed();
        await SettleAsync();
        (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed();
        RefuseCredential();
        Time.Advance(TimeSpan.FromSeconds(1));
        (await Gateway.SpectrumAsync(Token, Another)).Failure.ShouldNotBeNull();
        await SettleAsync();

        RefuseCredential();
        Time.Advance(TimeSpan.FromSeconds(43));
        (await OutcomeOf(Second.SpectrumAsync(Token, Settled))).ShouldBe((CacheStatus.Hit, null));
        Time.Advance(TimeSpan.FromSeconds(16) + TimeSpan.FromTicks(1));
        (await OutcomeOf(Second.SpectrumAsync(Token, Settled))).ShouldBe((null, FailureKind.Unauthenticated));
        Calls.ShouldBe(4);
    }

    [Fact]
    public async Task Each_replica_meets_one_429_of_its_own()
    {
        foreach (var replica in new[] { Gateway, Second })
        {
            Block(retryAfter: "300");
            for (var i = 0; i < 3; i++)
            {
                (await OutcomeOf(replica.SpectrumAsync(Token))).ShouldBe((null, FailureKind.RateLimited));
            }
        }

        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_past_its_time_in_memory_is_looked_for_once_more_before_Cloudflare_is_asked()
    {
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed();
        await SettleAsync();
        (await Second.SpectrumAsync(Token, Current)).ShouldSucceed();

        // Each replica writes in an order of its own: without this, the older answer may be written over the newer one.
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(20));
        (await Gateway.SpectrumAsync(Token, Current, noCache: true)).ShouldSucceed();
        await SettleAsync();
        Calls.ShouldBe(3);

        // In the background; nobody waits.
        (await OutcomeOf(Second.SpectrumAsync(Token, Current))).ShouldBe((CacheStatus.Updating, null));
        await Eventually.IsAsync(async () => (await Second.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness
            is { Status: CacheStatus.Hit } freshness && freshness.FetchedAt == Noon.AddSeconds(20));
        Calls.ShouldBe(3);
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(30, true)]
    [InlineData(31, false)]
    [InlineData(7200, false)]
    public async Task What_another_replica_dates_in_the_future_counts_as_now_or_is_not_believed(int secondsAhead, bool isBelieved)
    {
        Gateway.WallClockSkew = TimeSpan.FromSeconds(secondsAhead);
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon.AddSeconds(secondsAhead));
        await SettleAsync();
        (await Second.SpectrumAsync(Token, Another)).ShouldSucceed();
        var read = (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness;
        (read.Status, read.FetchedAt, read.AgeSeconds).ShouldBe((isBelieved ? CacheStatus.Hit : CacheStatus.Miss, Noon, 0));
    }

    [Fact]
    public async Task What_another_replica_has_fetched_never_takes_the_place_of_a_fresh_answer_of_ones_own()
    {
        (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed();
        var before = (await Second.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        await SettleAsync();
        Gateway.WallClockSkew = TimeSpan.FromSeconds(25);
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed();
        await SettleAsync();

        // Shortly before it expires, when a replica looks for a newer entry.
        Time.Advance(before.ExpiresAt - Noon - TimeSpan.FromTicks(1));
        (await OutcomeOf(Second.SpectrumAsync(Token, Current))).ShouldBe((CacheStatus.Hit, null));
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 4, TestContext.Current.CancellationToken);
        (await Second.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon);
    }

    [Fact]
    public async Task However_wrong_a_clock_is_each_replica_asks_once_a_lease_and_refuses_nobody()
    {
        Gateway.WallClockSkew = TimeSpan.FromSeconds(150);
        var calls = new Dictionary<Replica, int> { [Gateway] = 0, [Second] = 0 };
        for (var second = 0; second < 600; second += 5)
        {
            var replica = second % 2 == 0 ? Gateway : Second;
            var before = Calls;
            (await replica.SpectrumAsync(Token, Settled)).ShouldSucceed();
            await Eventually.IsAsync(() => !LeaseOf(Token, replica)!.IsRenewing);
            await SettleAsync();
            calls[replica] += Calls - before;
            Time.Advance(TimeSpan.FromSeconds(5));
        }

        calls.Values.ShouldAllBe(count => count <= 14);
    }

    /// <summary>Ten times: a refusal that one replica gets while L2 is away ends the answers of the other within its lease.</summary>
    private protected async Task RefuseWhileAwayAsync(Func<Task> cutOff, Func<Task> reconnect)
    {
        string[] tokens = [.. Enumerable.Range(0, 10).Select(trial => $"revoked-in-trial-{trial}")];
        foreach (var token in tokens)
        {
            (await Gateway.SpectrumAsync(token, Settled)).ShouldSucceed();
            (await Second.SpectrumAsync(token, Settled)).ShouldSucceed();
        }

        await SettleAsync();
        await cutOff();
        foreach (var token in tokens)
        {
            RefuseCredential();
            (await Gateway.SpectrumAsync(token, Another)).Failure.ShouldNotBeNull();
            (await OutcomeOf(Gateway.SpectrumAsync(token, Settled))).ShouldBe((null, FailureKind.Unauthenticated));
        }

        await reconnect();
        Time.Advance(TimeSpan.FromSeconds(60) + TimeSpan.FromTicks(1));
        foreach (var token in tokens)
        {
            RefuseCredential();
            (await OutcomeOf(Second.SpectrumAsync(token, Settled))).ShouldBe((null, FailureKind.Unauthenticated));
        }

        // Nor is anything left to read while Cloudflare can't answer.
        GoDown();
        Time.Advance(TimeSpan.FromSeconds(10));
        foreach (var token in tokens)
        {
            (await OutcomeOf(Gateway.SpectrumAsync(token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));
            (await OutcomeOf(Second.SpectrumAsync(token, Settled))).ShouldBe((null, FailureKind.UpstreamUnavailable));
        }
    }
}
