using Polly;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// Whether an API is left alone, for those who should know before they wait for a place or a turn; and what the breaker goes by.
/// </summary>
internal sealed class Circuit(CloudflareApi api, BreakerOptions options, TimeProvider time, ILogger logger)
{
    private CircuitBreakerStateProvider? _reported;
    private long _probeAt;
    private bool _isDown;

    public CloudflareApi Api => api;

    public CircuitState State => Volatile.Read(ref _reported)?.CircuitState ?? CircuitState.Closed;

    /// <summary>Whether no call goes out now; the wait is until the next probe, or zero while one is out.</summary>
    public bool IsOpen(out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        switch (State)
        {
            case CircuitState.Closed:
                return false;
            case CircuitState.Open:
                wait = new TimeSpan(Volatile.Read(ref _probeAt) - time.GetUtcNow().Ticks);
                return wait > TimeSpan.Zero;
            default:
                return true;
        }
    }

    /// <summary>
    /// A breaker. When the first calls come at once, the registry of pipelines builds more than one and uses one of them: this is the state
    /// of the breaker that opens, and until one does all are closed.
    /// </summary>
    public CircuitBreakerStrategyOptions<HttpResponseMessage> Breaker()
    {
        var reported = new CircuitBreakerStateProvider();
        return new()
        {
            FailureRatio = options.FailureRatio,
            MinimumThroughput = options.MinimumCalls,
            SamplingDuration = options.Window,
            BreakDuration = options.BreakTime,
            StateProvider = reported,
            ShouldHandle = attempt => new(IsFault(attempt.Outcome)),
            OnOpened = _ => Opened(reported),
            OnHalfOpened = _ =>
            {
                ResilienceLog.Probing(logger, api.Name);
                return default;
            },
            OnClosed = _ =>
            {
                _isDown = false;
                ResilienceLog.Closed(logger, api.Name);
                return default;
            },
        };
    }

    // What ends a probe without an answer has to count: the breaker takes whatever is no fault for a success, and would close.
    private bool IsFault(Outcome<HttpResponseMessage> outcome) =>
        outcome.IsServerFault() || (outcome.Exception is not null && State == CircuitState.HalfOpen);

    private ValueTask Opened(CircuitBreakerStateProvider reported)
    {
        Volatile.Write(ref _probeAt, (time.GetUtcNow() + options.BreakTime).Ticks);
        Volatile.Write(ref _reported, reported);
        if (!_isDown)
        {
            _isDown = true;
            ResilienceLog.Opened(logger, api.Name);
        }

        return default;
    }
}
