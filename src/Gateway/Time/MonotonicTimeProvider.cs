namespace Gateway.Time;

/// <summary>
/// The clock of all durations. Its time is the wall time of its start plus the monotonic time since then, so setting the machine's clock
/// does not affect code that keeps absolute times (memory entries, Polly's circuit breaker).
/// </summary>
internal sealed class MonotonicTimeProvider(TimeProvider source) : TimeProvider
{
    private readonly DateTimeOffset _start = source.GetUtcNow();
    private readonly long _startTimestamp = source.GetTimestamp();

    /// <summary>The clock of the timestamps and timers.</summary>
    public TimeProvider Source => source;

    public override long TimestampFrequency => source.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + GetElapsedTime(_startTimestamp);

    public override long GetTimestamp() => source.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);
}
