using System.Threading.RateLimiting;
using Gateway.Upstream.RateLimiting;
using Microsoft.Extensions.Options;
using Polly;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Timeout;

namespace Gateway.Upstream.Resilience;

/// <summary>The resilience pipeline of each API, around the attempts of a call that its gate admitted.</summary>
internal static class CloudflarePipeline
{
    /// <summary>Adds the strategies, the outermost first.</summary>
    public static void Configure(ResiliencePipelineBuilder<HttpResponseMessage> builder, IServiceProvider services, string api)
    {
        var (options, time) =
            (services.GetRequiredService<IOptions<CloudflareOptions>>().Value, services.GetRequiredService<TimeProvider>());
        var gate = services.GetRequiredService<ApiGates>()[api];
        builder.TimeProvider = time;
        builder
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = static arguments => new(Deadline(PendingCall.Of(arguments.Context))),
            })
            .AddRetry(Retries(gate, options.Retries, time, services.GetRequiredService<ResilienceMetrics>()))
            .AddRateLimiter(new RateLimiterStrategyOptions { RateLimiter = attempt => TakeTurnAsync(gate, attempt.Context) })
            .AddStrategy(_ => new CircuitStrategy(gate), new CircuitStrategyOptions())
            .AddTimeout(options.AttemptTimeout);
    }

    // Polly treats a timeout of zero or less as none.
    private static TimeSpan Deadline(PendingCall call) =>
        call.Remaining is var remaining && remaining > TimeSpan.Zero ? remaining : TimeSpan.FromMilliseconds(1);

    private static RetryStrategyOptions<HttpResponseMessage> Retries(
        ApiGate gate, RetryOptions options, TimeProvider time, ResilienceMetrics metrics)
    {
        var budget = new RetryBudget(options.Ratio, options.AtLeast, time);
        return new()
        {
            // ShouldRetry limits the number.
            MaxRetryAttempts = int.MaxValue,
            ShouldHandle = attempt => new(ShouldRetry(attempt)),
            // Without a wait that the answer asks for, the back-off below applies.
            DelayGenerator = static attempt => new(RetryAfter(attempt.Outcome) is { Ticks: > 0 } wait ? wait : null),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Delay = options.Delay,
            MaxDelay = options.MaxDelay,
            OnRetry = _ =>
            {
                metrics.Retried(gate.Api);
                return default;
            },
        };

        // Runs after each attempt, also after the last one and after a success.
        bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> attempt)
        {
            if (attempt.AttemptNumber == 0)
            {
                budget.CountRequest();
            }

            var call = PendingCall.Of(attempt.Context);
            call.Attempts = attempt.AttemptNumber + 1;
            if (!attempt.Outcome.IsTransient())
            {
                return false;
            }

            call.HasFailed = true;
            return attempt.AttemptNumber < options.Max
                // A failed refresh is repeated by the next hit on its entry.
                && call.Purpose != CallPurpose.Refresh
                && call.Remaining - (RetryAfter(attempt.Outcome) ?? TimeSpan.Zero) > options.MaxDelay
                && !gate.Holds.Rejects(call, out _)
                && !gate.Circuit.IsOpenTo(call, out _)
                && budget.TryTakeRetry();
        }
    }

    private static TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response && RateLimitHeaders.RetryAfter(response.Headers) is { } seconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, (long)RateLimitReading.Longest.TotalSeconds))
            : null;

    /// <summary>Applies the rate limit to retries; the gate has applied it to the first attempt.</summary>
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
