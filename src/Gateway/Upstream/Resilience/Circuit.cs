using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// The circuit to an API. It opens when the API fails for most credentials, and closes with a 2xx. Anybody can make up credentials, so
/// those without a recent 2xx (guests) count only while no other one calls.
/// </summary>
/// <remarks>
/// Polly's breaker counts each outcome as good or bad, whoever called, and lets anybody probe. Then one credential opens it for all, the
/// refusals of made-up credentials hide an outage, and one such refusal ends it.
/// </remarks>
/// <param name="api">The API.</param>
/// <param name="options">When it opens, and for how long.</param>
/// <param name="known">The credentials with a recent 2xx.</param>
/// <param name="time">The clock.</param>
/// <param name="logger">The log.</param>
internal sealed partial class Circuit(CloudflareApi api, BreakerOptions options, KnownCredentials known, TimeProvider time, ILogger logger)
{
    private readonly Lock _gate = new();
    private readonly AttemptWindow _known = new(options, time);
    private readonly AttemptWindow _guests = new(options, time);

    // While it is open: the first credentials that failed, and whether each is known.
    private readonly Dictionary<CredentialFingerprint, bool> _failing = [];
    private bool _isOpen;
    private DateTimeOffset _closedAt;
    private DateTimeOffset _probeAt;
    private CircuitAttempt? _probe;
    private CredentialFingerprint? _lastProber;
    private DateTimeOffset _knownAskedAt;
    private DateTimeOffset _otherAskedAt;

    public CircuitState State
    {
        get
        {
            lock (_gate)
            {
                return !_isOpen ? CircuitState.Closed : _probe is null ? CircuitState.Open : CircuitState.HalfOpen;
            }
        }
    }

    /// <summary>Whether enough known credentials failed to speak for all.</summary>
    public bool IsOpenToAll
    {
        get
        {
            lock (_gate)
            {
                return KnownFailing >= EnoughCredentials;
            }
        }
    }

    private int KnownFailing => _failing.Values.Count(static isKnown => isKnown);

    /// <summary>Whether the circuit is open to the credential of a call, and it is not its turn to probe.</summary>
    /// <param name="call">The call.</param>
    /// <param name="wait">The time until it may probe the API; zero during another one's probe.</param>
    public bool IsOpenTo(PendingCall call, out TimeSpan wait)
    {
        lock (_gate)
        {
            return IsOpenTo(call.Caller.Fingerprint, IsKnown(call), out wait);
        }
    }

    /// <summary>Whether the call is rejected now. A check passes a circuit that its own trouble opened.</summary>
    /// <inheritdoc cref="IsOpenTo(PendingCall, out TimeSpan)"/>
    public bool Rejects(PendingCall call, out TimeSpan wait)
    {
        lock (_gate)
        {
            return Rejects(call, IsKnown(call), out wait);
        }
    }

    /// <summary>Begins an attempt, which ends with <see cref="End"/>. While the circuit is open, it is a probe.</summary>
    /// <returns>The attempt; null if it is rejected.</returns>
    public CircuitAttempt? TryBegin(PendingCall call, out TimeSpan wait)
    {
        lock (_gate)
        {
            var caller = call.Caller.Fingerprint;
            var attempt = new CircuitAttempt(caller, IsKnown(call), time.GetUtcNow(), MayClose: _isOpen);
            if (Rejects(call, attempt.IsKnown, out wait))
            {
                return null;
            }

            if (_isOpen && _probe is null && !IsUnaffected(caller, attempt.IsKnown))
            {
                (_probe, _lastProber) = (attempt, caller);
                ResilienceLog.Probing(logger, api.Name);
            }

            return attempt;
        }
    }

    public void End(CircuitAttempt attempt, Verdict verdict)
    {
        lock (_gate)
        {
            // A probe that tells nothing leaves its turn to the next caller at once.
            var isProbe = ReferenceEquals(attempt, _probe);
            _probe = isProbe ? null : _probe;

            // An attempt from before the circuit closed tells of that time.
            if (verdict == Verdict.None || attempt.BegunAt < _closedAt)
            {
                return;
            }

            if (!_isOpen)
            {
                Count(attempt, verdict);
                if (verdict == Verdict.Fault && ShowsOutage(attempt.IsKnown))
                {
                    Open(attempt.IsKnown ? _known : _guests, attempt.IsKnown);
                }
            }
            else if (verdict == Verdict.Fault)
            {
                if (Join(attempt.Caller, attempt.IsKnown) || isProbe)
                {
                    _probeAt = time.GetUtcNow() + options.BreakTime;
                }
            }
            else if (attempt.MayClose || IsUnaffected(attempt.Caller, attempt.IsKnown))
            {
                Close();
                Count(attempt, verdict);
            }
        }
    }

    private bool IsKnown(PendingCall call) => known.Contains(api, call.Caller.Fingerprint);

    private bool Rejects(PendingCall call, bool isKnown, out TimeSpan wait) =>
        IsOpenTo(call.Caller.Fingerprint, isKnown, out wait)
        && !(call.Purpose == CallPurpose.Check && KnownFailing < EnoughCredentials);

    private bool IsOpenTo(CredentialFingerprint caller, bool isKnown, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (!_isOpen || IsUnaffected(caller, isKnown))
        {
            return false;
        }

        // Known credentials probe first. The last one that did lets the others go before it, for as long as they come.
        var now = time.GetUtcNow();
        var probeAt = _probeAt;
        if (!isKnown)
        {
            probeAt = Later(probeAt, _knownAskedAt + options.BreakTime);
        }
        else
        {
            _knownAskedAt = now;
            if (caller == _lastProber)
            {
                probeAt = Later(probeAt, _otherAskedAt + options.BreakTime);
            }
            else
            {
                _otherAskedAt = now;
            }
        }

        wait = _probe is null && probeAt > now ? probeAt - now : TimeSpan.Zero;
        return _probe is not null || wait > TimeSpan.Zero;
    }

    /// <summary>
    /// Whether the open circuit does not concern the credential: it has not failed, and too few others have, to speak for all. To a known
    /// credential only known ones count.
    /// </summary>
    private bool IsUnaffected(CredentialFingerprint caller, bool isKnown) =>
        !_failing.ContainsKey(caller) && _failing.Count(failing => failing.Value || !isKnown) < EnoughCredentials;

    private void Close()
    {
        _isOpen = false;
        _probe = null;
        _closedAt = time.GetUtcNow();
        _failing.Clear();
        _known.Clear();
        _guests.Clear();
        ResilienceLog.Closed(logger, api.Name);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>An attempt that the circuit let through.</summary>
/// <param name="Caller">The credential.</param>
/// <param name="IsKnown">Whether the credential had a recent 2xx when the attempt began.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="MayClose">Whether the circuit was open then, so that a 2xx closes it.</param>
internal sealed record CircuitAttempt(CredentialFingerprint Caller, bool IsKnown, DateTimeOffset BegunAt, bool MayClose);
