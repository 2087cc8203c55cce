namespace Gateway.Upstream.Resilience;

/// <summary>
/// Decides which call starts next, when it may: with a permit of its API, and within the rate of all APIs. Cloudflare limits the calls of
/// an IP address, whatever their credential (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
/// </summary>
/// <remarks>
/// <para>
/// Guests, whose credentials anybody can make up, are sure of an eighth of an API's permits, queue and rate: with less than that they go
/// first. Otherwise known credentials go first. Who goes first gets what becomes free; what is free already, each may take. But guests
/// leave two eighths free beyond their own, and refreshes one, so that known credentials need not wait for them.
/// </para>
/// <para>A start is granted when it is due, never in advance. So a call that leaves the queue takes nothing along.</para>
/// </remarks>
internal sealed partial class CallScheduler : IDisposable
{
    private readonly Lock _gate = new();
    private readonly CloudflareOptions _options;
    private readonly TimeProvider _time;
    private readonly ITimer _timer;
    private readonly ApiPermits[] _apis;

    /// <param name="options">The bounds.</param>
    /// <param name="apis">The number of APIs.</param>
    /// <param name="time">The clock of the rate and of the waits.</param>
    public CallScheduler(CloudflareOptions options, int apis, TimeProvider time)
    {
        _options = options;
        _time = time;
        _guestInterval = options.MaxCallsPerSecond == 0 ? 0 : time.TimestampFrequency * 4 / (options.MaxCallsPerSecond * 3L);
        var part = options.MaxCallsPerSecond == 0 ? 0 : Math.Max(1, options.MaxCallsPerSecond / apis);
        _apis = [.. Enumerable.Range(0, apis).Select(_ => new ApiPermits(options, part))];
        _timer = time.CreateTimer(
            static scheduler => ((CallScheduler)scheduler!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public IReadOnlyList<ApiPermits> Apis => _apis;

    /// <summary>
    /// Starts a call as soon as it may, and waits for that if necessary. A refresh doesn't wait. If the call starts, <see cref="Leave"/>
    /// has to be called at its end; otherwise it has a <see cref="ScheduledCall.Rejection"/>.
    /// </summary>
    public async ValueTask<ScheduledCall> EnterAsync(
        ApiPermits api, Caller caller, bool isGuest, CallPurpose purpose, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        var call = new ScheduledCall(api, caller, isGuest, purpose);
        lock (_gate)
        {
            api.Add(call);
        }

        await StartAsync(call, longestWait, cancellationToken);
        return call;
    }

    /// <summary>Starts another attempt of a call that holds a permit.</summary>
    /// <returns>False if it may not start in time, or if the call is cancelled.</returns>
    public async ValueTask<bool> RetryAsync(ScheduledCall call, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        await StartAsync(call, longestWait, cancellationToken);
        return call.Rejection is null && !cancellationToken.IsCancellationRequested;
    }

    /// <summary>Releases the permit, and the last start if nothing was sent.</summary>
    public void Leave(ScheduledCall call, bool isSent)
    {
        lock (_gate)
        {
            if (!isSent && call.LastStart is { List: not null } start)
            {
                Forget(start);
            }

            call.Api.ReleasePermit(call);
            call.Api.Remove(call);
            StartNext();
        }
    }

    public void Dispose() => _timer.Dispose();

    private async ValueTask StartAsync(ScheduledCall call, TimeSpan longestWait, CancellationToken cancellationToken)
    {
        TaskCompletionSource? waiter;
        lock (_gate)
        {
            Begin(call);
            waiter = call.Waiter;
        }

        if (waiter is null)
        {
            return;
        }

        await ((Task)waiter.Task.WaitAsync(longestWait, _time, cancellationToken)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (call.Waiter is not null)
            {
                TurnAway(call);
            }
        }
    }

    private void Begin(ScheduledCall call)
    {
        call.Rejection = null;
        if (!call.IsRefresh)
        {
            ForgetOldStarts();
            if (!IsAnyWaiting() && CanStart(call))
            {
                // The queue would give it back at once.
                Start(call);
                return;
            }

            call.Api.Enqueue(call);
            StartNext();
            if (call.Api.Surplus() is { } surplus)
            {
                TurnAway(surplus);
            }

            return;
        }

        StartNext();
        if (CanStart(call))
        {
            Start(call);
        }
        else
        {
            TurnAway(call);
        }
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            StartNext();
        }
    }

    /// <summary>Starts all calls that may start now.</summary>
    private void StartNext()
    {
        ForgetOldStarts();
        if (!IsAnyWaiting())
        {
            return;
        }

        while (Next() is { } next)
        {
            Start(next);
        }

        if (_starts.First is { } first && IsAnyWaiting())
        {
            var now = _time.GetTimestamp();
            var due = first.Value.At + _time.TimestampFrequency;
            due = GuestBurstDue > now ? Math.Min(due, GuestBurstDue) : due;

            // In whole milliseconds, as timers count, and never early. It may be due already, since time has passed.
            var wait = Math.Max(0, Math.Ceiling(_time.GetElapsedTime(now, due).TotalMilliseconds));
            _timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
        }
    }

    private bool IsAnyWaiting()
    {
        foreach (var api in _apis)
        {
            if (api.Waiting > 0)
            {
                return true;
            }
        }

        return false;
    }

    private ScheduledCall? Next() => _apis
        .OrderBy(static api => api.Started)
        .Select(api => api.Next(CanStart))
        .FirstOrDefault(static call => call is not null);

    private bool CanStart(ScheduledCall call) => call.Api.HasPermitFor(call) && IsWithinRate(call);

    private void Start(ScheduledCall call)
    {
        if (!call.HasPermit)
        {
            call.Api.TakePermit(call);
        }

        if (call.Waiter is not null)
        {
            call.Api.Dequeue(call);
        }

        call.Api.EndTurn(call);
        if (_options.MaxCallsPerSecond > 0)
        {
            call.Api.CountStart(call, 1);
            var now = _time.GetTimestamp();
            call.LastStart = _starts.AddLast(new CallStart(now, call));
            _guestDue = call.IsGuest ? Math.Max(now, _guestDue) + _guestInterval : _guestDue;
        }
    }

    private void TurnAway(ScheduledCall call)
    {
        call.Rejection = call.Api.HasPermitFor(call) ? Rejection.Rate : Rejection.Concurrency;
        call.Api.KeepTurn(call);
        if (call.Waiter is not null)
        {
            call.Api.Dequeue(call);
        }

        if (!call.HasPermit)
        {
            call.Api.Remove(call);
        }
    }
}
