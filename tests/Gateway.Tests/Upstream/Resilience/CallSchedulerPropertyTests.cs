using FsCheck;
using FsCheck.Fluent;
using Gateway.Upstream;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>What holds after each step of any history in which calls come, retry, end and are left by their callers.</summary>
public sealed class CallSchedulerPropertyTests
{
    private const int Permits = 16;
    private const int PermitsOfOne = 4;
    private const int QueueLength = 16;
    private const int PerSecond = 32;
    private const int Eighth = Permits / 8;

    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(200);

    private static readonly Gen<Step> Steps =
        from kind in Gen.Frequency(
            (10, Gen.Constant(StepKind.Come)),
            (5, Gen.Constant(StepKind.End)),
            (2, Gen.Constant(StepKind.Retry)),
            (2, Gen.Constant(StepKind.Abort)),
            (4, Gen.Constant(StepKind.Pass)))
        from number in Gen.Choose(0, 1_000_000)
        select new Step(kind, number);

    [Fact]
    public void Bounds_hold_nobody_waits_for_what_is_free_guests_get_their_eighth_and_nothing_is_lost()
    {
        var (starts, waits, retries) = (0, 0, 0);
        Check.One(Cases, Prop.ForAll(Steps.ListOf(150).ToArbitrary(), steps =>
        {
            using var history = new History();
            foreach (var step in steps)
            {
                history.Run(step);
            }

            history.EndAll();
            starts += history.Starts;
            waits += history.Waits;
            retries += history.Retries;
        }));
        TestContext.Current.TestOutputHelper?.WriteLine($"{starts} starts, {waits} waits, {retries} retries");
        Math.Min(starts, Math.Min(waits, retries)).ShouldBeGreaterThan(1000);
    }

    private enum StepKind
    {
        Come,
        End,
        Retry,
        Abort,
        Pass,
    }

    private sealed record Step(StepKind Kind, int Number);

    /// <summary>A call, as its caller sees it.</summary>
    private sealed class Visit(int api, int credential, bool isRefresh)
    {
        public int Api => api;

        public int Credential => credential;

        public bool IsGuest => credential >= 6;

        public bool IsRefresh => isRefresh;

        public CancellationTokenSource Caller { get; } = new();

        /// <summary>The call, if it holds a permit.</summary>
        public ScheduledCall? Call { get; set; }

        /// <summary>Completes with the call's start, or its rejection.</summary>
        public Task<ScheduledCall>? Entering { get; set; }

        /// <summary>Completes with another attempt's start, or its rejection.</summary>
        public Task<bool>? Retrying { get; set; }

        public bool IsWaiting => Entering is not null || Retrying is not null;
    }

    private sealed class History : IDisposable
    {
        private readonly FakeTimeProvider _time = new(TestClient.Now);
        private readonly CallScheduler _scheduler;
        private readonly List<Visit> _visits = [];
        private readonly List<(Visit Visit, DateTimeOffset At)> _starts = [];

        public History() => _scheduler = new CallScheduler(
            new()
            {
                MaxConcurrentCalls = Permits,
                CredentialShare = (double)PermitsOfOne / Permits,
                QueueLength = QueueLength,
                MaxCallsPerSecond = PerSecond,
            },
            apis: 2,
            _time);

        public int Starts { get; private set; }

        public int Waits { get; private set; }

        public int Retries { get; private set; }

        public void Run(Step step)
        {
            switch (step.Kind)
            {
                case StepKind.Come:
                    var visit = new Visit(step.Number / 100 % 2, step.Number % 12, isRefresh: step.Number / 1000 % 8 == 0);
                    var caller = new Caller(Credential.Bearer("any"), TestScheduler.Fingerprint(visit.Credential))
                    {
                        Address = new ClientAddress((UInt128)(visit.Credential % 3)),
                    };
                    _visits.Add(visit);
                    visit.Entering = _scheduler.EnterAsync(
                        _scheduler.Apis[visit.Api],
                        caller,
                        visit.IsGuest,
                        visit.IsRefresh ? CallPurpose.Refresh : CallPurpose.Request,
                        TimeSpan.FromHours(1),
                        visit.Caller.Token).AsTask();
                    Settle();
                    break;
                case StepKind.End when Pick(step, static visit => visit is { Call: not null, IsWaiting: false }) is { } ending:
                    // One in four sent nothing and gives its start back.
                    var isSent = step.Number % 4 > 0;
                    _visits.Remove(ending);
                    if (!isSent && _starts.FindLastIndex(start => start.Visit == ending) is >= 0 and var index)
                    {
                        _starts.RemoveAt(index);
                    }

                    _scheduler.Leave(ending.Call!, isSent);
                    Settle();
                    break;
                case StepKind.Retry when Pick(step, static visit => visit is { Call: not null, IsWaiting: false, IsRefresh: false }) is { } retrying:
                    retrying.Retrying = _scheduler.RetryAsync(retrying.Call!, TimeSpan.FromHours(1), retrying.Caller.Token).AsTask();
                    Retries++;
                    Settle();
                    break;
                case StepKind.Abort when Pick(step, static visit => visit.IsWaiting) is { } leaving:
                    leaving.Caller.Cancel();
                    Task.WaitAny((Task?)leaving.Entering ?? leaving.Retrying!);
                    Settle();
                    break;
                case StepKind.Pass:
                    // All starts are at whole hundredths of a second, so none is between two of these.
                    for (var i = step.Number % 20; i >= 0; i--)
                    {
                        _time.Advance(TimeSpan.FromMilliseconds(10));
                        Settle();
                    }

                    break;
                default:
                    break;
            }
        }

        /// <summary>Ends all calls. Then nothing is kept, and all permits are free.</summary>
        public void EndAll()
        {
            while (_visits.Count > 0)
            {
                Run(new(StepKind.Abort, 0));
                Run(new(StepKind.End, 1));
            }

            _scheduler.Apis.ShouldAllBe(api => api.Waiting == 0 && api.Shares == 0);
            for (var i = 0; i < 100; i++)
            {
                Run(new(StepKind.Pass, 0));
            }

            for (var i = 0; i < Permits; i++)
            {
                // Known credentials, and no refreshes.
                Run(new(StepKind.Come, 12_000 + (i / PermitsOfOne)));
            }

            _visits.Count(visit => visit.Call is not null).ShouldBe(Permits);
        }

        public void Dispose() => _scheduler.Dispose();

        /// <summary>Takes in what has started and who was turned away, and checks what holds.</summary>
        private void Settle()
        {
            // A caller hears of its start on another thread; ten seconds are only a limit to detect one that never does.
            SpinWait.SpinUntil(
                () => _visits.Count(static visit => visit is { Entering.IsCompleted: false } or { Retrying.IsCompleted: false })
                    == _scheduler.Apis.Sum(static api => api.Waiting),
                TimeSpan.FromSeconds(10)).ShouldBeTrue();

            var now = _time.GetUtcNow();
            var started = new List<(Visit Visit, bool IsRetry)>();
            foreach (var visit in _visits.ToArray())
            {
                if (visit.Entering is { IsCompleted: true } entered)
                {
                    visit.Entering = null;
                    visit.Call = entered.Result.Rejection is null ? entered.Result : null;
                    if (visit.Call is null)
                    {
                        _visits.Remove(visit);
                        continue;
                    }

                    started.Add((visit, IsRetry: false));
                }
                else if (visit.Retrying is { IsCompleted: true } retried)
                {
                    visit.Retrying = null;
                    if (visit.Call!.Rejection is null)
                    {
                        started.Add((visit, IsRetry: true));
                    }
                }
            }

            _starts.RemoveAll(start => now - start.At >= TimeSpan.FromSeconds(1));
            _starts.AddRange(started.Select(start => (start.Visit, now)));
            Starts += started.Count;
            Waits += _visits.Count(static visit => visit.IsWaiting);
            _starts.Count.ShouldBeLessThanOrEqualTo(PerSecond);
            foreach (var api in new[] { 0, 1 })
            {
                Check(api, [.. _visits.Where(visit => visit.Api == api)], [.. started.Where(start => start.Visit.Api == api)]);
            }
        }

        private void Check(int api, List<Visit> visits, List<(Visit Visit, bool IsRetry)> started)
        {
            var taken = visits.Count(static visit => visit.Call is not null);
            var takenByGuests = visits.Count(static visit => visit is { Call: not null, IsGuest: true });
            var startedByGuests = _starts.Count(start => start.Visit.Api == api && start.Visit.IsGuest);
            var isOwed = takenByGuests < Eighth && startedByGuests < PerSecond / 2 / 8;
            taken.ShouldBeLessThanOrEqualTo(Permits);
            visits.Count(static visit => visit.IsWaiting).ShouldBeLessThanOrEqualTo(QueueLength);
            foreach (var visit in visits)
            {
                var share = visits.Count(other => other.Credential == visit.Credential && other.Call is not null);
                share.ShouldBeLessThanOrEqualTo(PermitsOfOne);
                if (visit.IsWaiting && (visit.Call is not null || share < PermitsOfOne))
                {
                    // Who waits waits for a permit or for the rate, but for what is left to others.
                    var left = visit.IsGuest && !isOwed ? 2 : 0;
                    var leftOfRate = Math.Max(left, _starts.Count(start => start.Visit.Api == api) < PerSecond / 2 ? 0 : 1);
                    var isSpread = left == 0
                        || !_starts.Exists(start => start.Visit.IsGuest && _time.GetUtcNow() - start.At < TimeSpan.FromMilliseconds(200));
                    var hasPermit = visit.Call is not null || Permits - taken > left * Eighth;
                    (hasPermit && isSpread && PerSecond - _starts.Count > leftOfRate * (PerSecond / 8)).ShouldBeFalse();

                    // No known credential goes before guests that have less than their eighth, unless they wait for something else.
                    if (isOwed && visit.IsGuest && visit.Call is null)
                    {
                        started.ShouldNotContain(start => !start.IsRetry && !start.Visit.IsGuest && !start.Visit.IsRefresh);
                    }
                }
            }
        }

        private Visit? Pick(Step step, Func<Visit, bool> condition) =>
            _visits.Where(condition).ToList() is { Count: > 0 } found ? found[step.Number % found.Count] : null;
    }
}
