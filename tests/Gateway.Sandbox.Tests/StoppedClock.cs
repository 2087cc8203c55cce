namespace Gateway.Sandbox.Tests;

/// <summary>A clock that a test sets by hand. Its timers are the system's.</summary>
internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}
