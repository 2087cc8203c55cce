namespace Gateway.Time;

/// <summary>
/// The clock of every duration: it shows the wall time of its start plus the monotonic time since, so that whatever keeps an absolute time
/// (entries in memory, Polly's circuit breaker) is untouched when the machine's clock is set.
/// </summary>
internal sealed class MonotonicTimeProvider(TimeProvider source) : TimeProvider
{
    private readonly DateTimeOffset _start = source.GetUtcNow();
    private readonly long _startTimestamp = source.GetTimestamp();

    public override long TimestampFrequency => source.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _start + GetElapsedTime(_startTimestamp);

    public override long GetTimestamp() => source.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        source.CreateTimer(callback, state, dueTime, period);
}
