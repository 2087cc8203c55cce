namespace Gateway.Upstream.Resilience;

/// <content>When the circuit opens: the API fails for half of the credentials, and for three of them, or for all if fewer call.</content>
internal sealed partial class Circuit
{
    /// <summary>So many credentials that fail show that the API does, or all if there are fewer.</summary>
    public const int EnoughCredentials = 3;

    private void Count(CircuitAttempt attempt, Verdict verdict) => (attempt.IsKnown ? _known : _guests)
        .Add(attempt.Caller, verdict == Verdict.Fault, time.GetUtcNow() - attempt.BegunAt);

    private bool ShowsOutage(bool isKnown) => isKnown ? _known.ShowsOutage : _known.IsEmpty && _guests.ShowsOutage;

    private void Open(AttemptWindow window, bool isKnown)
    {
        _isOpen = true;
        _probeAt = time.GetUtcNow() + options.BreakTime;
        _lastProber = null;
        foreach (var caller in window.Failing)
        {
            Join(caller, isKnown);
        }

        ResilienceLog.Opened(logger, api.Name);
    }

    private bool Join(CredentialFingerprint caller, bool isKnown) =>
        _failing.Count(failing => failing.Value == isKnown) < EnoughCredentials && _failing.TryAdd(caller, isKnown);
}

/// <summary>
/// The last attempts of some callers, by credential: do most of the credentials fail, or only some of them? Each credential has one vote,
/// however often it calls. Not thread-safe.
/// </summary>
/// <param name="options">The window, and what counts as failing.</param>
/// <param name="time">The clock of the window.</param>
internal sealed class AttemptWindow(BreakerOptions options, TimeProvider time)
{
    // A bound for the memory. The default limit of calls a second allows 1,500 attempts in the default window.
    private const int MostAttempts = 4096;

    private readonly Queue<Attempt> _attempts = new();
    private readonly Dictionary<CredentialFingerprint, (int Attempts, int Faults)> _callers = [];
    private int _calls;

    public bool IsEmpty
    {
        get
        {
            Expire();
            return _attempts.Count == 0;
        }
    }

    /// <summary>Whether the API fails: at least half of the credentials do, and three of them, or all if fewer call.</summary>
    public bool ShowsOutage
    {
        get
        {
            Expire();
            return _calls >= options.MinimumCalls
                && Failing.Count() is var failing
                && failing >= Math.Min(Circuit.EnoughCredentials, _callers.Count)
                && failing >= options.FailureRatio * _callers.Count;
        }
    }

    /// <summary>The credentials for which at least half of the attempts fail.</summary>
    public IEnumerable<CredentialFingerprint> Failing => _callers
        .Where(caller => caller.Value.Faults >= options.FailureRatio * caller.Value.Attempts)
        .Select(static caller => caller.Key);

    public void Add(CredentialFingerprint caller, bool isFault, TimeSpan duration)
    {
        // A slow fault counts for as many calls as the minimum expects in its time. Otherwise a few callers that wait for a timeout each
        // would never reach the minimum.
        var calls = isFault ? Math.Max(1, (int)Math.Round(options.MinimumCalls * Math.Min(1, duration / options.Window))) : 1;
        Expire();
        if (_attempts.Count == MostAttempts)
        {
            Count(_attempts.Dequeue(), -1);
        }

        var attempt = new Attempt(time.GetUtcNow(), caller, isFault, calls);
        _attempts.Enqueue(attempt);
        Count(attempt, 1);
    }

    public void Clear()
    {
        _attempts.Clear();
        _callers.Clear();
        _calls = 0;
    }

    private void Expire()
    {
        var now = time.GetUtcNow();
        while (_attempts.TryPeek(out var attempt) && now - attempt.EndedAt >= options.Window)
        {
            Count(_attempts.Dequeue(), -1);
        }
    }

    private void Count(Attempt attempt, int sign)
    {
        var (attempts, faults) = _callers.GetValueOrDefault(attempt.Caller);
        attempts += sign;
        _calls += sign * attempt.Calls;
        if (attempts == 0)
        {
            _callers.Remove(attempt.Caller);
            return;
        }

        _callers[attempt.Caller] = (attempts, faults + (attempt.IsFault ? sign : 0));
    }

    private readonly record struct Attempt(DateTimeOffset EndedAt, CredentialFingerprint Caller, bool IsFault, int Calls);
}
