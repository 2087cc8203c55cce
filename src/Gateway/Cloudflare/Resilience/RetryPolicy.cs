using Polly.Retry;

namespace Gateway.Cloudflare.Resilience;

/// <summary>Decides whether an attempt at a call to one endpoint is followed by another.</summary>
internal sealed class RetryPolicy(CloudflareOptions options, Circuit circuit, TimeProvider time)
{
    private readonly RetryBudget _budget = new(options.Retries.Ratio, options.Retries.AtLeast, time);

    /// <summary>Asked after each attempt, the last one and the good ones too.</summary>
    public bool ShouldRetry(RetryPredicateArguments<Result<CloudflareReply>> attempt)
    {
        if (attempt.AttemptNumber == 0)
        {
            _budget.CountRequest();
        }

        var call = PendingCall.Of(attempt.Context);
        return attempt.AttemptNumber < options.Retries.Max
            && attempt.Outcome.IsTransient()
            // A refresh that fails is tried again when its entry is next read.
            && call.Purpose == CallPurpose.Request
            && options.Deadline - time.GetElapsedTime(call.BegunAt) > options.Retries.MaxDelay
            && !circuit.IsOpen(out _)
            && _budget.TryTakeRetry();
    }
}
