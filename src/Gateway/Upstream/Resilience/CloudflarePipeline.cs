using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Polly;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>The resilience pipeline of each API, around the attempts at a call that its gate let on.</summary>
internal static class CloudflarePipeline
{
    /// <summary>Its strategies, outermost first.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services, string api)
    {
        var (options, time) = (services.GetRequiredService<IOptions<CloudflareOptions>>().Value, services.GetRequiredService<TimeProvider>());
        var gate = services.GetRequiredService<ApiGates>()[api];
        builder.TimeProvider = time;
        builder
            .AddTimeout(new TimeoutStrategyOptions { TimeoutGenerator = static arguments => new(Deadline(PendingCall.Of(arguments.Context))) })
            .AddRetry(Retries(gate.Circuit, options.Retries, time, services.GetRequiredService<ResilienceMetrics>()))
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = attempt => TakeTurnAsync(gate, attempt.Context) })
            .AddCircuitBreaker(gate.Circuit.Breaker())
            .AddTimeout(options.AttemptTimeout);
    }

    // Nothing, or less, would be no deadline at all.
    private static TimeSpan Deadline(PendingCall call) =>
        call.Remaining is var remaining && remaining > TimeSpan.Zero ? remaining : TimeSpan.FromMilliseconds(1);

    private static RetryStrategyOptions<HttpResponseMessage> Retries(Circuit circuit, RetryOptions options, TimeProvider time, ResilienceMetrics metrics)
    {
        var budget = new RetryBudget(options.Ratio, options.AtLeast, time);
        return new()
        {
            // How many is decided below, and Retry-After by nobody: it may be minutes.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = attempt => new(ShouldRetry(attempt)),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Delay,
            MaxDelay = options.MaxDelay,
            OnRetry = _ =>
            {
                metrics.Retried(circuit.Api);
                return default;
            },
        };

        // Asked after each attempt, the last one and the good ones too.
        bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> attempt)
        {
            if (attempt.AttemptNumber == 0)
            {
                budget.CountRequest();
            }

            if (!attempt.Outcome.IsTransient())
            {
                return false;
            }

            var call = PendingCall.Of(attempt.Context);
            call.HasFailed = true;
            return attempt.AttemptNumber < options.Max
                // A refresh that fails is tried again when its entry is next read.
                && call.Purpose == CallPurpose.Request
                && call.Remaining > options.MaxDelay
                && !circuit.IsOpen(out _)
                && budget.TryTakeRetry();
        }
    }

    /// <summary>A retry takes its turn of the call rate; the first attempt has it from the gate.</summary>
    private static ValueTask<RateLimitLease> TakeTurnAsync(ApiGate gate, ResilienceContext context)
    {
        var call = PendingCall.Of(context);
        if (call.HasTurn)
        {
            call.HasTurn = false;
            return new(Turn.Taken);
        }

        return WaitAsync();

        async ValueTask<RateLimitLease> WaitAsync() => await gate.TakeTurnAsync(call, context.CancellationToken) ? Turn.Taken : Turn.None;
    }

    private sealed class Turn(bool isAcquired) : RateLimitLease
    {
        public static readonly Turn Taken = new(true);
        public static readonly Turn None = new(false);

        public override bool IsAcquired => isAcquired;

        public override IEnumerable<string> MetadataNames => [];

        public override bool TryGetMetadata(string metadataName, out object? metadata)
        {
            metadata = null;
            return false;
        }
    }
}
