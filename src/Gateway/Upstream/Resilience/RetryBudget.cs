namespace Gateway.Upstream.Resilience;

/// <summary>
/// Limits retries to a share of the calls in the last ten seconds, or to a minimum if that is more. It keeps retries from overloading a
/// server that already fails.
/// </summary>
/// <param name="ratio">The retries for each call.</param>
/// <param name="atLeast">The retries that are allowed however few calls there are.</param>
/// <param name="time">The clock of the window.</param>
internal sealed class RetryBudget(double ratio, int atLeast, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();

    // The timestamps of calls and retries in the window.
    private readonly Queue<long> _requests = new();
    private readonly Queue<long> _retries = new();

    public void CountRequest()
    {
        lock (_gate)
        {
            CountWithin(_requests);
            _requests.Enqueue(time.GetTimestamp());
        }
    }

    /// <summary>Takes a retry from the budget. False if the budget is used up.</summary>
    public bool TryTakeRetry()
    {
        lock (_gate)
        {
            if (CountWithin(_retries) + 1 > Math.Max(atLeast, ratio * CountWithin(_requests)))
            {
                return false;
            }

            _retries.Enqueue(time.GetTimestamp());
            return true;
        }
    }

    private int CountWithin(Queue<long> moments)
    {
        while (moments.TryPeek(out var moment) && time.GetElapsedTime(moment) >= Window)
        {
            moments.Dequeue();
        }

        return moments.Count;
    }
}
