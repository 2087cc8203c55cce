namespace Gateway.Upstream.Resilience;

/// <summary>Holds what leaves for Cloudflare to so many calls within any second: it counts the calls of an address, whoever they are for.</summary>
/// <param name="callsPerSecond">0 for as many as come.</param>
/// <param name="time">What seconds are measured with.</param>
internal sealed class SlidingWindowRateLimiter(int callsPerSecond, TimeProvider time)
{
    private readonly Lock _gate = new();

    // When the last calls left or are to leave, the oldest at _next: a second after that one, the next may.
    private readonly long[] _departures = Create(callsPerSecond, time);
    private int _next;

    /// <summary>Takes the next departure, unless that is further off than one may wait. It is not given back: a caller who leaves has had its turn.</summary>
    public bool TryDepart(TimeSpan longestWait, out TimeSpan wait)
    {
        wait = TimeSpan.Zero;
        if (_departures.Length == 0)
        {
            return true;
        }

        lock (_gate)
        {
            var now = time.GetTimestamp();
            var departure = Math.Max(now, _departures[_next] + time.TimestampFrequency);
            wait = time.GetElapsedTime(now, departure);
            if (wait > longestWait)
            {
                return false;
            }

            _departures[_next] = departure;
            _next = (_next + 1) % _departures.Length;
            return true;
        }
    }

    private static long[] Create(int count, TimeProvider time)
    {
        var departures = new long[count];
        Array.Fill(departures, time.GetTimestamp() - time.TimestampFrequency);
        return departures;
    }
}
