namespace Gateway.Upstream.Resilience;

/// <summary>
/// Keeps retries from adding to the trouble that they are for: in the last ten seconds there may be so many for each request, or a few where
/// that is more.
/// </summary>
/// <param name="ratio">Retries for each request.</param>
/// <param name="atLeast">Retries that there may be however few requests there are.</param>
/// <param name="time">What seconds are measured with.</param>
internal sealed class RetryBudget(double ratio, int atLeast, TimeProvider time)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();

    // When they were.
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

    /// <summary>Whether one more retry is within the budget; if so it is taken from it.</summary>
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
