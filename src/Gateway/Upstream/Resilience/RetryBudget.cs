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
    // One slot a second.
    private const int Window = 10;

    private readonly Lock _gate = new();
    private readonly Slot[] _slots = new Slot[Window];

    public void CountRequest()
    {
        lock (_gate)
        {
            Current().Requests++;
        }
    }

    /// <summary>Whether one more retry is within the budget; if so it is taken from it.</summary>
    public bool TryTakeRetry()
    {
        lock (_gate)
        {
            ref var current = ref Current();
            var (requests, retries) = (0, 0);
            foreach (ref readonly var slot in _slots.AsSpan())
            {
                var isWithin = slot.Second > current.Second - Window;
                requests += isWithin ? slot.Requests : 0;
                retries += isWithin ? slot.Retries : 0;
            }

            if (retries + 1 > Math.Max(atLeast, ratio * requests))
            {
                return false;
            }

            current.Retries++;
            return true;
        }
    }

    private ref Slot Current()
    {
        var second = time.GetTimestamp() / time.TimestampFrequency;
        ref var slot = ref _slots[second % Window];
        if (slot.Second != second)
        {
            slot = new Slot { Second = second };
        }

        return ref slot;
    }

    private struct Slot
    {
        public long Second;
        public int Requests;
        public int Retries;
    }
}
