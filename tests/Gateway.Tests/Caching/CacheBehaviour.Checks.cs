using Gateway.Caching;
using Gateway.Sandbox;
using Gateway.Spectrum.Requests;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.Spectrum;
using Gateway.Upstream;

namespace Gateway.Tests.Caching;

/// <content>Dashboards of ten panels with one credential, whose answers stay fresh for longer than the lease.</content>
public abstract partial class CacheBehaviour
{
    private static SpectrumEventsArguments[] Panels => [.. Enumerable.Range(1, 10).Select(static limit => Settled with { Limit = limit })];

    [Fact]
    public async Task Ten_panels_for_ten_minutes_cost_a_call_a_lease_and_nobody_waits()
    {
        await AskAllAsync(Token);
        var calls = Calls;
        for (var second = 10; second <= 600; second += 10)
        {
            Time.Advance(TimeSpan.FromSeconds(10));
            foreach (var panel in Panels)
            {
                var asked = Gateway.SpectrumAsync(Token, panel);
                asked.IsCompleted.ShouldBeTrue();
                (await asked).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);
            }

            await Eventually.IsAsync(() => !LeaseOf(Token)!.IsRenewing);
        }

        (Calls - calls).ShouldBeInRange(10, 14);
    }

    [Fact]
    public async Task After_a_pause_all_panels_wait_for_one_call()
    {
        await AskAllAsync(Token);
        var calls = Calls;
        Time.Advance(TimeSpan.FromMinutes(5));
        (await AskAllAsync(Token)).ShouldAllBe(outcome => outcome.Failure == null);
        (Calls - calls).ShouldBe(1);
    }

    [Fact]
    public async Task Where_the_one_call_is_refused_nobody_reads()
    {
        await AskAllAsync(Token);
        var calls = Calls;
        Time.Advance(TimeSpan.FromMinutes(5));
        RefuseCredential();
        (await AskAllAsync(Token)).ShouldAllBe(outcome => outcome.Failure == FailureKind.Unauthenticated);
        (Calls - calls).ShouldBe(1);
    }

    [Fact]
    public async Task A_panel_that_always_gets_400_costs_the_others_one_call_at_most()
    {
        Serve(400, """{"success":false,"errors":[{"code":1001,"message":"no"}]}""");
        (await OutcomeOf(Gateway.SpectrumAsync(Token, Another))).ShouldBe((null, FailureKind.UpstreamRejected));
        await AskAllAsync(Token);
        var calls = Calls;
        Time.Advance(TimeSpan.FromMinutes(5));

        // The one that is asked first is the check.
        Serve(400, """{"success":false,"errors":[{"code":1001,"message":"no"}]}""");
        var outcomes = await AskAllAsync(Token);
        outcomes.Count(outcome => outcome.Failure == FailureKind.UpstreamRejected).ShouldBe(1);
        outcomes.Count(outcome => outcome.Failure is null).ShouldBe(9);
        (Calls - calls).ShouldBeInRange(2, 10);
    }

    [Fact]
    public async Task A_check_outlives_the_caller_who_began_it()
    {
        await AskAllAsync(SandboxCredentials.Slow, release: true);
        var calls = Calls;
        Time.Advance(TimeSpan.FromMinutes(5));
        using var leave = new CancellationTokenSource();
        var first = Gateway.SpectrumAsync(SandboxCredentials.Slow, Panels[0], cancellationToken: leave.Token);
        await Sandbox.Calls.WhenAsync(log => log.Count(SandboxEndpoint.Bytime) == calls + 1, TestContext.Current.CancellationToken);
        var others = Panels[1..].Select(panel => Gateway.SpectrumAsync(SandboxCredentials.Slow, panel)).ToArray();
        await WaitingForCheckAsync(SandboxCredentials.Slow, others: 9);
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => first);
        Sandbox.ReleaseSlowAnswers();
        (await Task.WhenAll(others)).ShouldAllBe(result => result.Value!.Freshness.Status == CacheStatus.Hit);
        (Calls - calls, Sandbox.Calls.Abandoned).ShouldBe((1, 0));
    }

    [Fact]
    public async Task A_check_that_everybody_has_left_ends_with_its_call()
    {
        await AskAllAsync(SandboxCredentials.Slow, release: true);
        var calls = Calls;
        Time.Advance(TimeSpan.FromMinutes(5));
        using var leave = new CancellationTokenSource();
        var asked = Panels.Select(panel => Gateway.SpectrumAsync(SandboxCredentials.Slow, panel, cancellationToken: leave.Token)).ToArray();
        await Sandbox.Calls.WhenAsync(log => log.Count(SandboxEndpoint.Bytime) == calls + 1, TestContext.Current.CancellationToken);
        await WaitingForCheckAsync(SandboxCredentials.Slow, others: 9);
        await leave.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => Task.WhenAll(asked));
        await Sandbox.Calls.WhenAsync(log => log.Abandoned == 1, TestContext.Current.CancellationToken);
        Calls.ShouldBe(calls + 1);
    }

    [Fact]
    public async Task A_check_that_takes_longer_than_an_attempt_may_is_not_waited_for()
    {
        await AskAllAsync(SandboxCredentials.Slow, release: true);
        var calls = Calls;
        Time.Advance(TimeSpan.FromMinutes(5));
        var first = Gateway.SpectrumAsync(SandboxCredentials.Slow, Panels[0], noCache: false);
        await Sandbox.Calls.WhenAsync(log => log.Count(SandboxEndpoint.Bytime) == calls + 1, TestContext.Current.CancellationToken);
        var others = Panels[1..].Select(panel => Gateway.SpectrumAsync(SandboxCredentials.Slow, panel)).ToArray();
        await WaitingForCheckAsync(SandboxCredentials.Slow, others: 9);
        Time.Advance(AttemptTimeout);

        // Each asks for itself, once.
        await Sandbox.Calls.WhenAsync(log => log.Count(SandboxEndpoint.Bytime) == calls + 10, TestContext.Current.CancellationToken);
        Sandbox.ReleaseSlowAnswers();
        (await Task.WhenAll(others)).ShouldAllBe(result => result.Value!.Freshness.Status == CacheStatus.Miss);
        await first;
    }

    [Fact]
    public async Task Somebody_elses_failed_call_gives_nobody_stale_data()
    {
        await AskAllAsync(Token);
        Time.Advance(TimeSpan.FromMinutes(5));

        // Of ten, the check and the first to ask for itself fail.
        Serve(503, """{"success":false,"errors":[{"code":10013,"message":"no"}]}""", times: 2);
        var outcomes = await AskAllAsync(Token);
        outcomes.Count(outcome => outcome.Status == CacheStatus.Stale).ShouldBe(2);
        outcomes.Count(outcome => outcome.Status is CacheStatus.Miss or CacheStatus.Hit).ShouldBe(8);
    }

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(7);

    private async Task<(CacheStatus? Status, FailureKind? Failure)[]> AskAllAsync(string token, bool release = false)
    {
        var asked = Task.WhenAll(Panels.Select(panel => OutcomeOf(Gateway.SpectrumAsync(token, panel))));
        if (release)
        {
            await Sandbox.Calls.WhenAsync(log => log.Count(SandboxEndpoint.Bytime) == Panels.Length, TestContext.Current.CancellationToken);
            Sandbox.ReleaseSlowAnswers();
        }

        var outcomes = await asked;
        await SettleAsync();
        return outcomes;
    }

    private Task WaitingForCheckAsync(string token, int others) =>
        Eventually.IsAsync(() => Gateway.WaitingForCheck(token) == others);
}
