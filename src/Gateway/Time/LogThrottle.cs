namespace Gateway.Time;

/// <summary>Lets one log line of each kind pass in an interval, and counts the others.</summary>
internal sealed class LogThrottle<TKind>(TimeSpan interval, TimeProvider time)
    where TKind : notnull
{
    private readonly Dictionary<TKind, (long LoggedAt, long Suppressed)> _kinds = [];

    /// <summary>Whether to log now. <paramref name="suppressed"/> is the number of lines since the last one.</summary>
    public bool TryPass(TKind kind, out long suppressed)
    {
        lock (_kinds)
        {
            if (_kinds.TryGetValue(kind, out var last) && time.GetElapsedTime(last.LoggedAt) < interval)
            {
                _kinds[kind] = last with { Suppressed = last.Suppressed + 1 };
                suppressed = 0;
                return false;
            }

            _kinds[kind] = (time.GetTimestamp(), 0);
            suppressed = last.Suppressed;
            return true;
        }
    }
}
