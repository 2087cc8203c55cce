using Gateway.Upstream.RateLimiting;
using Polly;
using Polly.Retry;

namespace Gateway.Upstream.Resilience;

/// <content>Which attempts are repeated, and when.</content>
internal static partial class CloudflarePipeline
{
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
            if (!IsTransient(attempt.Outcome))
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

    /// <summary>A fault that a retry may fix.</summary>
    private static bool IsTransient(Outcome<HttpResponseMessage> outcome) =>
        AttemptVerdicts.IsNoAnswer(outcome.Exception) || (int?)outcome.Result?.StatusCode is 408 or 500 or 502 or 503 or 504;

    private static TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) =>
        outcome.Result is { } response && RateLimitHeaders.RetryAfter(response.Headers) is { } seconds
            ? TimeSpan.FromSeconds(Math.Min(seconds, (long)RateLimitReading.Longest.TotalSeconds))
            : null;
}
