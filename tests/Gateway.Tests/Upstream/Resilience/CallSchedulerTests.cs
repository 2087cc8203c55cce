using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Permits, the queue and the rate, among credentials of one class.</summary>
public sealed class CallSchedulerTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task As_many_start_as_there_are_permits_and_as_many_wait_as_may()
    {
        using var scheduler = new TestScheduler(permits: 4, queueLength: 2);
        var started = Calls(4, _ => scheduler.Known(1)).AllStarted();
        var (first, second) = (scheduler.Known(1), scheduler.Known(1));
        (await scheduler.Known(1)).Rejection.ShouldBe(Rejection.Concurrency);

        scheduler.Leave(started[0]);
        (await first).Rejection.ShouldBeNull();
        (second.IsWaiting(), scheduler.Api.Waiting).ShouldBe((true, 1));
    }

    [Fact]
    public async Task A_credential_with_its_share_of_the_permits_stops_no_other()
    {
        using var scheduler = new TestScheduler(permits: 8, permitsOfOne: 2, queueLength: 8);
        var mine = Calls(2, _ => scheduler.Known(1)).AllStarted();
        var waiting = Calls(8, _ => scheduler.Known(1));

        var others = Calls(2, _ => scheduler.Known(2)).AllStarted();
        scheduler.Leave(others[0]);
        waiting.ShouldAllBe(call => call.IsWaiting());
        scheduler.Leave(mine[0]);
        (await waiting[0]).Rejection.ShouldBeNull();
    }

    [Fact]
    public async Task Credentials_take_turns_whoever_has_more_waiting()
    {
        using var scheduler = new TestScheduler(permits: 1, queueLength: 100);
        var first = await scheduler.Known(9);
        var waiting = new[] { 1, 1, 1, 1, 1, 2, 2, 3 }.Select(credential => scheduler.Known(credential));

        (await OrderAsync(scheduler, first, [.. waiting])).ShouldBe([1, 2, 3, 1, 2, 1, 1, 1]);
    }

    [Fact]
    public async Task A_full_queue_makes_room_for_who_has_less_in_it()
    {
        using var scheduler = new TestScheduler(permits: 1, queueLength: 4);
        await scheduler.Known(9);
        var many = Calls(4, _ => scheduler.Known(1));
        (await scheduler.Known(1)).Rejection.ShouldBe(Rejection.Concurrency);

        var (one, another) = (scheduler.Known(2), scheduler.Known(2));
        (await many[3]).Rejection.ShouldBe(Rejection.Concurrency);
        (await many[2]).Rejection.ShouldBe(Rejection.Concurrency);
        (await scheduler.Known(2)).Rejection.ShouldBe(Rejection.Concurrency);
        new[] { one, another, many[0], many[1] }.ShouldAllBe(call => call.IsWaiting());
        scheduler.Api.Waiting.ShouldBe(4);
    }

    [Fact]
    public async Task Who_has_waited_long_enough_is_turned_away_and_holds_up_nobody()
    {
        using var scheduler = new TestScheduler(permits: 1);
        var started = await scheduler.Known(1);
        var early = scheduler.Known(2);
        scheduler.Time.Advance(TestScheduler.LongestWait / 2);
        var late = scheduler.Known(3);

        scheduler.Time.Advance(TestScheduler.LongestWait / 2);
        (await early).Rejection.ShouldBe(Rejection.Concurrency);
        scheduler.Leave(started);
        (await late).Rejection.ShouldBeNull();
    }

    [Fact]
    public async Task Who_leaves_the_queue_gets_no_permit()
    {
        using var scheduler = new TestScheduler(permits: 1);
        var started = await scheduler.Known(1);
        using var caller = new CancellationTokenSource();
        var leaving = scheduler.Known(2, cancellationToken: caller.Token);
        var staying = scheduler.Known(3);

        await caller.CancelAsync();
        (await leaving).Rejection.ShouldNotBeNull();
        scheduler.Leave(started);
        (await staying).Rejection.ShouldBeNull();
    }

    [Fact]
    public async Task A_refresh_does_not_wait_and_leaves_an_eighth_to_those_who_do()
    {
        using var scheduler = new TestScheduler(permits: 8, perSecond: 16);
        Calls(6, _ => scheduler.Known(1)).AllStarted();
        (await scheduler.Refresh(1)).Rejection.ShouldBeNull();
        (await scheduler.Refresh(1)).Rejection.ShouldBe(Rejection.Concurrency);
        var last = await scheduler.Known(1);
        last.Rejection.ShouldBeNull();

        for (var i = 0; i < 6; i++)
        {
            scheduler.Leave(last);
            last = await scheduler.Known(1);
        }

        scheduler.Leave(last);
        Calls(1, _ => scheduler.Known(1)).AllStarted();
        (await scheduler.Refresh(1)).Rejection.ShouldNotBeNull();
    }

    [Fact]
    public async Task Of_a_credential_without_calls_nothing_is_kept()
    {
        using var scheduler = new TestScheduler(permits: 1, queueLength: 2);
        using var caller = new CancellationTokenSource();
        for (var i = 0; i < 1000; i++)
        {
            // One starts, one leaves the queue, one waits too long, one is a refresh, and for another the queue is full.
            var started = await scheduler.Guest(i, address: i);
            var leaving = scheduler.Guest(i, address: i, cancellationToken: caller.Token);
            var waiting = scheduler.Guest(i, address: i);
            (await scheduler.Guest(i, address: i)).Rejection.ShouldNotBeNull();
            (await scheduler.Refresh(i, isGuest: true)).Rejection.ShouldNotBeNull();
            scheduler.Api.Shares.ShouldBe(2);
            scheduler.Time.Advance(TestScheduler.LongestWait);
            await Task.WhenAll(leaving, waiting);
            scheduler.Leave(started);
        }

        (scheduler.Api.Shares, scheduler.Api.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public async Task As_many_as_may_start_within_a_second_start_at_once_and_the_next_ones_when_it_is_over()
    {
        using var scheduler = new TestScheduler(perSecond: 2);
        Calls(2, _ => scheduler.Known(1)).AllStarted();
        scheduler.Time.Advance(Second / 4);
        var waiting = Calls(3, _ => scheduler.Known(1));
        waiting.ShouldAllBe(call => call.IsWaiting());

        scheduler.Time.Advance(0.75 * Second);
        (await waiting[0]).Rejection.ShouldBeNull();
        (await waiting[1]).Rejection.ShouldBeNull();
        waiting[2].IsWaiting().ShouldBeTrue();
        scheduler.Time.Advance(Second / 4);
        (await waiting[2]).Rejection.ShouldBe(Rejection.Rate);
    }

    [Fact]
    public async Task Who_leaves_takes_no_start_along()
    {
        using var scheduler = new TestScheduler(perSecond: 4);
        var started = Calls(4, _ => scheduler.Known(1)).AllStarted();
        using var caller = new CancellationTokenSource();
        for (var i = 0; i < 100; i++)
        {
            using var impatient = new CancellationTokenSource();
            var leaving = Calls(64, _ => scheduler.Known(1, cancellationToken: impatient.Token));
            await impatient.CancelAsync();
            (await Task.WhenAll(leaving)).ShouldAllBe(call => call.Rejection != null);
        }

        var other = scheduler.Known(2);
        scheduler.Time.Advance(Second);
        (await other).Rejection.ShouldBeNull();

        // Nor does who has started and sent nothing.
        Calls(3, _ => scheduler.Known(1)).AllStarted();
        var waiting = scheduler.Known(3);
        waiting.IsWaiting().ShouldBeTrue();
        scheduler.Leave(started[0], isSent: false);
        waiting.IsWaiting().ShouldBeTrue("The start is older than a second.");
        scheduler.Leave(await other, isSent: false);
        (await waiting).Rejection.ShouldBeNull();
    }

    [Fact]
    public async Task A_retry_takes_its_turn_under_the_permit_that_its_call_has()
    {
        using var scheduler = new TestScheduler(permits: 2, perSecond: 2);
        var started = Calls(2, _ => scheduler.Known(1)).AllStarted();
        var (other, retry) = (scheduler.Known(1), scheduler.Retry(started[0]));
        scheduler.Time.Advance(Second);
        (await retry).ShouldBeTrue();
        (await other).Rejection.ShouldBe(Rejection.Concurrency);

        // A second of which it has waited a half.
        (await scheduler.Retry(started[1])).ShouldBeTrue();
        scheduler.Time.Advance(Second / 2);
        var late = scheduler.Retry(started[0]);
        scheduler.Time.Advance(Second / 2);
        (await late).ShouldBeTrue();
        started.ForEach(call => scheduler.Leave(call));
        (scheduler.Api.Shares, scheduler.Api.Waiting).ShouldBe((0, 0));
    }

    [Fact]
    public async Task Time_passes_while_the_scheduler_reads_it()
    {
        var time = new RunningTimeProvider { Step = 0.4 * Second };
        using var scheduler = new CallScheduler(new() { MaxCallsPerSecond = 1 }, 1, time);
        var started = Enumerable.Range(0, 10)
            .Select(_ => scheduler.EnterAsync(scheduler.Apis[0], TestClient.Caller, false, default, Second, Cancellation).AsTask())
            .ToArray();

        time.Step = TimeSpan.Zero;
        time.Advance(Second);
        (await Task.WhenAll(started)).Count(call => call.Rejection is null).ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Zero_lifts_the_limit_of_the_rate()
    {
        using var scheduler = new TestScheduler(perSecond: 0);
        for (var i = 0; i < 10_000; i++)
        {
            scheduler.Leave(Calls(1, _ => scheduler.Known(1)).AllStarted()[0]);
        }
    }

    [Fact]
    public async Task Whatever_happens_at_the_same_time_no_permit_is_lost_or_given_twice()
    {
        using var scheduler = new CallScheduler(
            new() { MaxConcurrentCalls = 6, CredentialShare = 0.34, QueueLength = 10, MaxCallsPerSecond = 0 }, 1, TimeProvider.System);
        var api = scheduler.Apis[0];
        var (most, now) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(worker => Task.Run(async () =>
        {
            var random = new Random(worker);
            for (var i = 0; i < 500; i++)
            {
                using var caller = random.Next(3) == 0 ? new CancellationTokenSource(TimeSpan.FromMilliseconds(1)) : new CancellationTokenSource();
                var call = await scheduler.EnterAsync(
                    api,
                    TestClient.Caller with { Fingerprint = TestScheduler.Fingerprint(worker % 7) },
                    isGuest: worker % 7 < 3,
                    Gateway.Upstream.CallPurpose.Request,
                    TimeSpan.FromMilliseconds(2),
                    caller.Token);
                if (call.Rejection is null)
                {
                    InterlockedMax(ref most, Interlocked.Increment(ref now));
                    await Task.Yield();
                    Interlocked.Decrement(ref now);
                    scheduler.Leave(call, isSent: true);
                }
            }
        })));

        (most <= 6, api.Shares, api.Waiting).ShouldBe((true, 0, 0));
        for (var i = 0; i < 6; i++)
        {
            var entering = scheduler.EnterAsync(
                api, TestClient.Caller with { Fingerprint = TestScheduler.Fingerprint(i) }, false, default, Second, Cancellation);
            entering.IsCompleted.ShouldBeTrue();
        }

        static void InterlockedMax(ref int most, int value)
        {
            for (var seen = Volatile.Read(ref most); value > seen; seen = Volatile.Read(ref most))
            {
                Interlocked.CompareExchange(ref most, value, seen);
            }
        }
    }

    /// <summary>The credentials in the order of their starts, when each call ends before the next one starts.</summary>
    internal static async Task<List<int>> OrderAsync(TestScheduler scheduler, ScheduledCall started, List<Task<ScheduledCall>> waiting)
    {
        var order = new List<int>();
        while (waiting.Count > 0)
        {
            scheduler.Leave(started);

            // A call that starts continues on another thread; ten seconds are only a limit to detect one that never starts.
            var next = await Task.WhenAny(waiting).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
            waiting.Remove(next);
            started = await next;
            order.Add((int)started.Credential.Low);
        }

        return order;
    }

    internal static Task<ScheduledCall>[] Calls(int count, Func<int, Task<ScheduledCall>> enter) => [.. Enumerable.Range(0, count).Select(enter)];

    /// <summary>A clock on which time passes with each reading.</summary>
    private sealed class RunningTimeProvider : FakeTimeProvider
    {
        private TimeSpan _passed;

        public TimeSpan Step { get; set; }

        public override long GetTimestamp() => base.GetTimestamp() + (_passed += Step).Ticks;
    }
}
