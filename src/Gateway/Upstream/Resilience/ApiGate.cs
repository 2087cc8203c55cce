namespace Gateway.Upstream.Resilience;

/// <summary>
/// Admits calls to one API before they are sent: hold of the scope, circuit, concurrency permit, rate limit, deadline. A rejection is a
/// value, no exception.
/// </summary>
internal sealed class ApiGate(
    CloudflareApi api, CloudflareOptions options, KnownCredentials known, SlidingWindowRateLimiter rate, TimeProvider time,
    ResilienceMetrics metrics, ILogger logger)
{
    private readonly FairConcurrencyLimiter _limiter = new(
        options.MaxConcurrentCalls, Math.Max(1, (int)(options.MaxConcurrentCalls * options.CredentialShare)), options.QueueLength, time);

    public CloudflareApi Api => api;

    /// <summary>The credentials with a recent 2xx.</summary>
    public KnownCredentials Known => known;

    public Circuit Circuit { get; } = new(api, options.Breaker, known, time, logger);

    /// <summary>The scopes that fail by themselves.</summary>
    public ScopeHolds Holds { get; } = new(time);

    /// <summary>The number of calls that wait for a permit.</summary>
    public int Waiting => _limiter.Waiting;

    /// <summary>
    /// Waits for a concurrency permit, which covers all attempts of the call until <see cref="Leave"/>, and for the rate limit.
    /// </summary>
    /// <returns>Why the call is rejected; null if it is admitted or cancelled.</returns>
    public async ValueTask<Failure?> EnterAsync(PendingCall call, CancellationToken cancellationToken)
    {
        if (Holds.Rejects(call, out var wait) && call.Purpose != CallPurpose.Check)
        {
            return Failing(wait);
        }

        if (Circuit.Rejects(call, out wait))
        {
            return Down(wait);
        }

        if (call.Remaining <= TimeSpan.Zero)
        {
            return Overloaded(Rejection.Deadline);
        }

        var longestWait = Least(options.QueueTimeout, call.Remaining);
        var entering = _limiter.EnterAsync(call.Caller.Fingerprint, call.Purpose, longestWait, cancellationToken);
        call.IsHeldBack |= !entering.IsCompleted;
        call.Permit = await entering;
        if (call.Permit is null)
        {
            return cancellationToken.IsCancellationRequested ? null : Overloaded(Rejection.Concurrency);
        }

        // The circuit may have opened during the wait.
        if (Circuit.Rejects(call, out wait))
        {
            return Down(wait);
        }

        call.HasTurn = await TakeTurnAsync(call, cancellationToken);
        return cancellationToken.IsCancellationRequested ? null
            : !call.HasTurn ? Overloaded(Rejection.Rate)
            : call.Remaining <= TimeSpan.Zero ? Overloaded(Rejection.Deadline)
            : null;
    }

    public void Leave(PendingCall call)
    {
        if (call.Permit is { } permit)
        {
            _limiter.Leave(permit);
        }

        Holds.Leave(call);
    }

    /// <summary>Waits until the rate limit allows another attempt.</summary>
    /// <returns>False if the wait would be too long, or if the call is cancelled.</returns>
    public async ValueTask<bool> TakeTurnAsync(PendingCall call, CancellationToken cancellationToken)
    {
        // A refresh doesn't wait: the next hit on its entry can start another one.
        var mostWait = call.Purpose == CallPurpose.Refresh ? TimeSpan.Zero : Least(options.QueueTimeout, call.Remaining);
        if (!rate.TryAcquire(mostWait, out var wait))
        {
            return false;
        }

        if (wait > TimeSpan.Zero)
        {
            call.IsHeldBack = true;
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !cancellationToken.IsCancellationRequested;
    }

    public Failure Overloaded(Rejection reason)
    {
        metrics.Rejected(api, reason);
        return UpstreamFailures.Overloaded();
    }

    public Failure Down(TimeSpan wait)
    {
        metrics.Rejected(api, Rejection.Circuit);
        return UpstreamFailures.Down(wait, isOwnTrouble: !Circuit.IsOpenToAll);
    }

    private Failure Failing(TimeSpan wait)
    {
        metrics.Rejected(api, Rejection.Scope);
        return UpstreamFailures.Failing(wait);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
