namespace Gateway.Upstream.Resilience;

/// <summary>What a call to one API passes before it is sent. Whatever refuses it here returns a value and throws nothing.</summary>
internal sealed class ApiGate
{
    private readonly CloudflareApi _api;
    private readonly TimeSpan _queueTimeout;
    private readonly FairConcurrencyLimiter _admission;
    private readonly SlidingWindowRateLimiter _rate;
    private readonly TimeProvider _time;
    private readonly ResilienceMetrics _metrics;

    public ApiGate(
        CloudflareApi api, CloudflareOptions options, SlidingWindowRateLimiter rate, TimeProvider time, ResilienceMetrics metrics, ILogger logger)
    {
        _api = api;
        _queueTimeout = options.QueueTimeout;
        _rate = rate;
        _time = time;
        _metrics = metrics;
        Circuit = new Circuit(api, options.Breaker, time, logger);
        _admission = new FairConcurrencyLimiter(
            options.MaxConcurrentCalls, Math.Max(1, (int)(options.MaxConcurrentCalls * options.CredentialShare)), options.QueueLength, time);
        metrics.Watch(Circuit, _admission);
    }

    public Circuit Circuit { get; }

    /// <summary>
    /// Lets a call on once it has a permit, which it keeps for all its attempts and gives back by <see cref="Leave"/>, and its turn.
    /// </summary>
    /// <returns>Why it may not go on; null where it may, or where the caller has left.</returns>
    public async ValueTask<Failure?> EnterAsync(PendingCall call, CancellationToken cancellationToken)
    {
        if (Circuit.IsOpen(out var wait))
        {
            return Down(wait);
        }

        if (call.Remaining <= TimeSpan.Zero)
        {
            return Overloaded(Rejection.Deadline);
        }

        var entering = _admission.EnterAsync(call.Caller.Fingerprint, call.Purpose, Least(_queueTimeout, call.Remaining), cancellationToken);
        call.IsHeldBack |= !entering.IsCompleted;
        call.Permit = await entering;
        if (call.Permit is null)
        {
            return cancellationToken.IsCancellationRequested ? null : Overloaded(Rejection.Concurrency);
        }

        // It may have waited.
        if (Circuit.IsOpen(out wait))
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
            _admission.Leave(permit);
        }
    }

    /// <summary>Waits for an attempt's turn to leave.</summary>
    /// <returns>Whether it has one, and may still use it.</returns>
    public async ValueTask<bool> TakeTurnAsync(PendingCall call, CancellationToken cancellationToken)
    {
        // A refresh doesn't wait: who reads its entry next can start another.
        var mostWait = call.Purpose == CallPurpose.Refresh ? TimeSpan.Zero : Least(_queueTimeout, call.Remaining);
        if (!_rate.TryDepart(mostWait, out var wait))
        {
            return false;
        }

        if (wait > TimeSpan.Zero)
        {
            call.IsHeldBack = true;
            await Task.Delay(wait, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return !cancellationToken.IsCancellationRequested;
    }

    public Failure Overloaded(Rejection reason)
    {
        _metrics.Rejected(_api, reason);
        return UpstreamFailures.Overloaded();
    }

    public Failure Down(TimeSpan wait)
    {
        _metrics.Rejected(_api, Rejection.Circuit);
        return UpstreamFailures.Down(wait);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;
}
