using Polly;
using Polly.CircuitBreaker;

namespace Gateway.Cloudflare.Resilience;

/// <summary>Turns calls back at once while their endpoint is left alone.</summary>
internal sealed class CircuitGate(Circuit circuit, ResilienceMetrics metrics) : ResilienceStrategy<Result<CloudflareReply>>
{
    protected override async ValueTask<Outcome<Result<CloudflareReply>>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<Result<CloudflareReply>>>> callback, ResilienceContext context, TState state)
    {
        if (circuit.IsOpen(out var wait))
        {
            return TurnBack(wait);
        }

        var outcome = await callback(context, state).ConfigureAwait(false);

        // Of several that come when a probe is due, the breaker lets one through.
        return outcome.Exception is BrokenCircuitException broken ? TurnBack(broken.RetryAfter ?? TimeSpan.Zero) : outcome;
    }

    private Outcome<Result<CloudflareReply>> TurnBack(TimeSpan wait)
    {
        metrics.Rejected(circuit.Endpoint, Rejection.Circuit);
        return Outcomes.Failed(UpstreamFailures.Down(wait));
    }
}
