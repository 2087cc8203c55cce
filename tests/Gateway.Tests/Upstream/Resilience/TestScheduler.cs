using Gateway.Upstream;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>A scheduler on a clock of the test, with callers named by numbers.</summary>
internal sealed class TestScheduler : IDisposable
{
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    private static readonly Credential Credential = Credential.Bearer("any");

    private readonly CallScheduler _scheduler;
    private readonly List<Task<ScheduledCall>> _entering = [];

    /// <param name="permits">The permits of each API.</param>
    /// <param name="permitsOfOne">The most permits of one credential; all of them by default.</param>
    /// <param name="queueLength">The most waiting calls of each API.</param>
    /// <param name="perSecond">The starts per second of all APIs; 0 for no limit.</param>
    /// <param name="apis">The number of APIs.</param>
    public TestScheduler(int permits = 64, int? permitsOfOne = null, int queueLength = 64, int perSecond = 0, int apis = 1)
    {
        var options = new CloudflareOptions
        {
            MaxConcurrentCalls = permits,
            CredentialShare = ((permitsOfOne ?? permits) + 0.5) / permits,
            QueueLength = queueLength,
            MaxCallsPerSecond = perSecond,
        };
        _scheduler = new CallScheduler(options, apis, Time);
    }

    public FakeTimeProvider Time { get; } = new(TestClient.Now);

    public IReadOnlyList<ApiPermits> Apis => _scheduler.Apis;

    /// <summary>The calls of the only API.</summary>
    public ApiPermits Api => Apis.ShouldHaveSingleItem();

    public static CredentialFingerprint Fingerprint(int credential) => new(0, (UInt128)credential);

    public Task<ScheduledCall> Known(int credential, int api = 0, CancellationToken? cancellationToken = null) =>
        Enter(credential, api: api, cancellationToken: cancellationToken);

    public Task<ScheduledCall> Guest(int credential, int address = 0, int api = 0, CancellationToken? cancellationToken = null) =>
        Enter(credential, address, isGuest: true, api: api, cancellationToken: cancellationToken);

    public Task<ScheduledCall> Refresh(int credential, bool isGuest = false, int api = 0) =>
        Enter(credential, isGuest: isGuest, api: api, purpose: CallPurpose.Refresh);

    public Task<ScheduledCall> Enter(
        int credential, int address = 0, bool isGuest = false, int api = 0, CallPurpose purpose = CallPurpose.Request,
        CancellationToken? cancellationToken = null)
    {
        var entering = _scheduler.EnterAsync(
            Apis[api],
            new Caller(Credential, Fingerprint(credential)) { Address = new ClientAddress((UInt128)address) },
            isGuest,
            purpose,
            LongestWait,
            cancellationToken ?? TestContext.Current.CancellationToken).AsTask();
        _entering.Add(entering);
        return entering;
    }

    public Task<bool> Retry(ScheduledCall call) =>
        _scheduler.RetryAsync(call, LongestWait, TestContext.Current.CancellationToken).AsTask();

    public void Leave(ScheduledCall call, bool isSent = true) => _scheduler.Leave(call, isSent);

    /// <summary>Lets time pass in small steps, as the starts of guests are spread.</summary>
    public void Pass(TimeSpan time)
    {
        var step = TimeSpan.FromMilliseconds(5);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            Time.Advance(step);
        }

        Settle();
    }

    /// <summary>Waits until all callers know of their starts, of which they hear on other threads.</summary>
    public void Settle()
    {
        _entering.RemoveAll(static entering => entering.IsCompleted);

        // Ten seconds are only a limit to detect a caller that never hears of its start.
        SpinWait.SpinUntil(
            () => _entering.Count(static entering => !entering.IsCompleted) == Apis.Sum(static api => api.Waiting), TimeSpan.FromSeconds(10))
            .ShouldBeTrue();
    }

    public void Dispose() => _scheduler.Dispose();
}

internal static class ScheduledCalls
{
    /// <summary>The calls that have started.</summary>
    public static List<ScheduledCall> Started(this IEnumerable<Task<ScheduledCall>> entering) =>
        [.. entering.Where(entered => entered.IsCompleted && entered.Result.Rejection is null).Select(entered => entered.Result)];

    public static List<ScheduledCall> AllStarted(this IEnumerable<Task<ScheduledCall>> entering)
    {
        entering = [.. entering];
        var started = entering.Started();
        started.Count.ShouldBe(entering.Count());
        return started;
    }

    public static bool IsWaiting(this Task<ScheduledCall> entering) => !entering.IsCompleted;
}
