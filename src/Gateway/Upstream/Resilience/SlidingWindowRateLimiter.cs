namespace Gateway.Upstream.Resilience;

/// <summary>
/// Limits the attempts in any second, because Cloudflare limits the calls of an IP address, whatever their credential
/// (https://developers.cloudflare.com/fundamentals/api/reference/limits/).
/// </summary>
/// <param name="callsPerSecond">The limit; 0 for none.</param>
/// <param name="time">The clock of the window.</param>
internal sealed class SlidingWindowRateLimiter(int callsPerSecond, TimeProvider time)
{
    private readonly Lock _gate = new();

    // The times of the last departures, past and planned. The next one may follow a second after the oldest.
    private readonly Queue<long> _departures = new(callsPerSecond);

    /// <summary>
    /// Acquires the next departure; false if it is later than <paramref name="longestWait"/>. A cancelled call does not give it back.
    /// </summary>
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
