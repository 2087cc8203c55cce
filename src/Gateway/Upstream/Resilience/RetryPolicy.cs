using Polly.Retry;

namespace Gateway.Upstream.Resilience;

/// <summary>Decides whether an attempt at a call to one API is followed by another.</summary>
internal sealed class RetryPolicy(RetryOptions options, Circuit circuit, TimeProvider time)
{
    private readonly RetryBudget _budget = new(options.Ratio, options.AtLeast, time);

    /// <summary>Asked after each attempt, the last one and the good ones too.</summary>
    public bool ShouldRetry(RetryPredicateArguments<HttpResponseMessage> attempt)
    {
        if (attempt.AttemptNumber == 0)
        {
            _budget.CountRequest();
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
            && _budget.TryTakeRetry();
    }
}
