using System.Diagnostics.CodeAnalysis;
using Polly;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>Makes an attempt if the circuit lets it through, and tells the circuit and the scope what came of it.</summary>
internal sealed class CircuitStrategy(ApiGate gate) : ResilienceStrategy<HttpResponseMessage>
{
    protected override async ValueTask<Outcome<HttpResponseMessage>> ExecuteCore<TState>(
        Func<ResilienceContext, TState, ValueTask<Outcome<HttpResponseMessage>>> callback, ResilienceContext context, TState state)
    {
        var call = PendingCall.Of(context);
        if (gate.Circuit.TryBegin(call, out var wait) is not { } attempt)
        {
            return Outcome.FromException<HttpResponseMessage>(new BrokenCircuitException("The circuit is open.", wait));
        }

        var verdict = Verdict.None;
        try
        {
            var outcome = await callback(context, state).ConfigureAwait(context.ContinueOnCapturedContext);
            verdict = outcome.Judge(call);
            return outcome;
        }
        finally
        {
            gate.Circuit.End(attempt, verdict);
            gate.Holds.Record(call, verdict);
        }
    }
}

/// <summary>The strategy's name in Polly's telemetry.</summary>
internal sealed class CircuitStrategyOptions : ResilienceStrategyOptions
{
    public CircuitStrategyOptions() => Name = "Circuit";
}

internal static class CircuitStrategyExtensions
{
    [UnconditionalSuppressMessage(
        "Trimming", "IL2026", Justification = "Polly validates options by reflection. These have one property, without rules.")]
    public static ResiliencePipelineBuilder<HttpResponseMessage> AddCircuit(
        this ResiliencePipelineBuilder<HttpResponseMessage> builder, ApiGate gate) =>
        builder.AddStrategy(_ => new CircuitStrategy(gate), new CircuitStrategyOptions());
}
