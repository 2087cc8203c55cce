using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Sandbox.Tests;

/// <summary>A clock that a test sets forward, and that says when somebody begins to wait for it.</summary>
internal sealed class ManualClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Sets the clock forward by <paramref name="time"/> once somebody waits for just as long.</summary>
    public async Task AdvanceWaitAsync(TimeSpan time)
    {
        (await _waits.Reader.ReadAsync(TestContext.Current.CancellationToken)).ShouldBe(time);
        Advance(time);
    }
}
