using Polly;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>
/// The circuit to an API. It configures Polly's breaker and exposes its state, so a call can be rejected before it waits for permits.
/// </summary>
internal sealed class Circuit(CloudflareApi api, BreakerOptions options, TimeProvider time, ILogger logger)
{
    private CircuitBreakerStateProvider? _reported;
    private long _probeAt;
    private bool _isDown;

    public CloudflareApi Api => api;

    public CircuitState State => Volatile.Read(ref _reported)?.CircuitState ?? CircuitState.Closed;

    /// <summary>Whether calls are rejected now. <paramref name="wait"/> is the time until the next probe, or zero during one.</summary>
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
    /// The options of a breaker. When the first calls come at the same time, the registry of pipelines builds several pipelines and uses
    /// one of them. So the circuit follows the breaker that opens; until then all are closed.
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

    // During a probe, any exception is a fault: the breaker would take it for a success and close.
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
