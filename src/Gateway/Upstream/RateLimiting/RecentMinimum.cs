namespace Gateway.Upstream.RateLimiting;

/// <summary>
/// The smallest value of the last one to two periods. Each reader gets the same, however often it reads. Without values there is none.
/// </summary>
internal sealed class RecentMinimum(TimeSpan period, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _begunAt = time.GetTimestamp();
    private long? _current;
    private long? _before;

    public long? Value
    {
        get
        {
            lock (_gate)
            {
                Turn();
                return _before < _current ? _before : _current ?? _before;
            }
        }
    }

    public void Add(long value)
    {
        lock (_gate)
        {
            Turn();
            _current = _current < value ? _current : value;
        }
    }

    private void Turn()
    {
        var elapsed = time.GetElapsedTime(_begunAt);
        if (elapsed >= period)
        {
            _before = elapsed < 2 * period ? _current : null;
            _current = null;
            _begunAt = time.GetTimestamp();
        }
    }
}
