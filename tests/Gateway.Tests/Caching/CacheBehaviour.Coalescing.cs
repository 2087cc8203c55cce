using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    [Fact]
    public async Task Two_hundred_identical_cold_requests_make_one_call_for_each_token()
    {
        var one = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Gateway.SpectrumAsync(Token)));
        one.ShouldAllBe(result => result.Value != null);
        Calls.ShouldBe(1);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Gateway.SpectrumAsync(OtherToken)));
        Calls.ShouldBe(2);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Gateway.RadarAsync(i % 2 == 0 ? Token : OtherToken)));
        Calls.ShouldBe(4);
    }

    [Fact]
    public async Task A_failure_is_shared_and_the_next_call_is_made_a_second_later_and_then_after_twice_the_time()
    {
        GoDown();
        var all = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Gateway.SpectrumAsync(Token)));
        all.ShouldAllBe(result => result.Failure!.Kind == FailureKind.UpstreamUnavailable);
        Calls.ShouldBe(1);

        // Another caller's failure does not replace a caller's own call.
        await Gateway.SpectrumAsync(OtherToken);
        Calls.ShouldBe(2);

        var calls = new List<int>();
        foreach (var milliseconds in new[] { 999, 1, 1999, 1, 3999, 1, 7999, 1 })
        {
            Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            await Gateway.SpectrumAsync(Token);
            calls.Add(Calls);
        }

        calls.ShouldBe([2, 3, 3, 4, 4, 5, 5, 6]);
    }

    [Fact]
    public async Task Trouble_is_not_waited_for_longer_than_half_a_minute()
    {
        GoDown();
        for (var i = 0; i < 8; i++)
        {
            await Gateway.SpectrumAsync(Token);
            Time.Advance(TimeSpan.FromSeconds(30));
        }

        Calls.ShouldBe(8);
    }

    [Fact]
    public async Task The_first_caller_leaves_and_the_others_get_their_answer()
    {
        using var first = new CancellationTokenSource();
        var leaving = Gateway.SpectrumAsync(SandboxCredentials.Slow, cancellationToken: first.Token);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        var staying = Gateway.SpectrumAsync(SandboxCredentials.Slow);
        await first.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => leaving);
        Sandbox.ReleaseSlowAnswers();

        (await staying).ShouldSucceed();
        (Calls, Sandbox.Calls.Abandoned).ShouldBe((1, 0));
    }

    [Fact]
    public async Task The_last_caller_leaves_and_the_call_ends()
    {
        using var leave = new CancellationTokenSource();
        var leaving = Enumerable.Range(0, 3).Select(_ => Gateway.SpectrumAsync(SandboxCredentials.Slow, cancellationToken: leave.Token)).ToArray();
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(leaving));
        await Sandbox.Calls.WhenAsync(calls => calls.Abandoned == 1, TestContext.Current.CancellationToken);

        // Nothing of it is stored, and the next one starts again.
        var next = Gateway.SpectrumAsync(SandboxCredentials.Slow);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 2, TestContext.Current.CancellationToken);
        Sandbox.ReleaseSlowAnswers();
        (await next).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
    }

    [Fact]
    public async Task A_stale_entry_is_answered_at_once_while_one_refresh_is_under_way()
    {
        var first = Gateway.SpectrumAsync(SandboxCredentials.Slow, Current);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);
        Sandbox.ReleaseSlowAnswers();
        var fetchedAt = (await first).ShouldSucceed().Freshness.FetchedAt;
        await SettleAsync();

        Time.Advance(TimeSpan.FromSeconds(20));
        for (var i = 0; i < 50; i++)
        {
            var freshness = (await Gateway.SpectrumAsync(SandboxCredentials.Slow, Current)).ShouldSucceed().Freshness;
            (freshness.Status, freshness.FetchedAt, freshness.AgeSeconds).ShouldBe((CacheStatus.Updating, fetchedAt, 20));
        }

        // Who wants to go past the cache waits for the refresh that is under way.
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 2, TestContext.Current.CancellationToken);
        var waiting = Gateway.SpectrumAsync(SandboxCredentials.Slow, Current, noCache: true);
        Sandbox.ReleaseSlowAnswers();
        (await waiting).ShouldSucceed();
        (await Gateway.SpectrumAsync(SandboxCredentials.Slow, Current)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon.AddSeconds(20));
        Calls.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_read_is_fetched_anew_before_its_end()
    {
        var expiresAt = (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.ExpiresAt;
        Time.Advance(expiresAt - Noon - TimeSpan.FromTicks(1));
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);
        await Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 2, TestContext.Current.CancellationToken);
    }
}
