namespace Gateway.Upstream.Resilience;

/// <summary>
/// Admits calls to one API before they are sent: hold of the scope, circuit, concurrency permit, rate limit, deadline. A rejection is a
/// value, no exception.
/// </summary>
internal sealed partial class ApiGate(
    CloudflareApi api, CloudflareOptions options, KnownCredentials known, CallScheduler scheduler, ApiPermits calls, TimeProvider time,
    ResilienceMetrics metrics, ILogger logger)
{
    public CloudflareApi Api => api;

    /// <summary>The credentials with a recent 2xx.</summary>
    public KnownCredentials Known => known;

    public Circuit Circuit { get; } = new(api, options.Breaker, known, time, logger);

    /// <summary>The scopes that fail by themselves.</summary>
    public ScopeHolds Holds { get; } = new(time);

    /// <summary>The number of calls that wait for their start.</summary>
    public int Waiting => calls.Waiting;

    /// <summary>
    /// Waits until the call may start: for a concurrency permit, which covers all attempts of the call until <see cref="Leave"/>, and for
    /// the rate limit.
    /// </summary>
    /// <returns>Why the call is rejected; null if it is admitted or cancelled.</returns>
    public async ValueTask<Failure?> EnterAsync(PendingCall call, CancellationToken cancellationToken)
    {
        call.IsGuest = !known.Contains(api, call.Caller.Fingerprint);
        if (Holds.Rejects(call, out var wait) && call.Purpose != CallPurpose.Check)
        {
            return Failing(call, wait);
        }

        if (Circuit.Rejects(call, out wait))
        {
            return Down(call, wait);
        }

        if (call.Remaining <= TimeSpan.Zero)
        {
            return Overloaded(call, Rejection.Deadline);
        }

        var began = time.GetTimestamp();
        var scheduled = await scheduler.EnterAsync(calls, call.Caller, call.IsGuest, call.Purpose, LongestWait(call), cancellationToken);
        call.AddWaitSince(began);
        if (scheduled.Rejection is { } reason)
        {
            return cancellationToken.IsCancellationRequested ? null : Overloaded(call, reason);
        }

        (call.Scheduled, call.HasTurn) = (scheduled, true);

        // The circuit may have opened during the wait.
        return cancellationToken.IsCancellationRequested ? null
            : Circuit.Rejects(call, out wait) ? Down(call, wait)
            : call.Remaining <= TimeSpan.Zero ? Overloaded(call, Rejection.Deadline)
            : null;
    }

    public void Leave(PendingCall call)
    {
        if (call.Scheduled is { } scheduled)
        {
            // A call that never made its first attempt gives its turn back.
            scheduler.Leave(scheduled, isSent: !call.HasTurn);
        }

        Holds.Leave(call);
    }

    /// <summary>Waits until the rate limit allows another attempt.</summary>
    /// <returns>False if the wait would be too long, or if the call is cancelled.</returns>
    public async ValueTask<bool> TakeTurnAsync(PendingCall call, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var isGranted = await scheduler.RetryAsync(call.Scheduled!, LongestWait(call), cancellationToken);
        call.AddWaitSince(began);
        return isGranted;
    }

    public Failure Down(PendingCall call, TimeSpan wait) =>
        Reject(call, Rejection.Circuit, UpstreamFailures.Down(wait, isOwnTrouble: !Circuit.IsOpenToAll));

    private Failure Failing(PendingCall call, TimeSpan wait) => Reject(call, Rejection.Scope, UpstreamFailures.Failing(wait));
}
