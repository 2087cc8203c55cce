namespace Gateway.Upstream.Resilience;

/// <summary>Holds what leaves for Cloudflare to so many calls within any second: it counts the calls of an address, whoever they are for.</summary>
/// <param name="callsPerSecond">0 for as many as come.</param>
/// <param name="time">What seconds are measured with.</param>
internal sealed class SlidingWindowRateLimiter(int callsPerSecond, TimeProvider time)
{
    private readonly Lock _gate = new();

    // When the last calls left or are to leave: a second after the oldest one, the next may.
    private readonly Queue<long> _departures = new(callsPerSecond);

    /// <summary>Takes the next departure, unless that is further off than one may wait. It is not given back: a caller who leaves has had its turn.</summary>
    public bool TryAcquire(TimeSpan longestWait, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (callsPerSecond == 0)
        {
            return true;
        }

        lock (_gate)
        {
            var now = time.GetTimestamp();
            var isFull = _departures.Count == callsPerSecond;
            var departure = isFull ? Math.Max(now, _departures.Peek() + time.TimestampFrequency) : now;
            wait = time.GetElapsedTime(now, departure);
            if (wait > longestWait)
            {
                return false;
            }

            if (isFull)
            {
                _departures.Dequeue();
            }

            _departures.Enqueue(departure);
            return true;
        }
    }
}
