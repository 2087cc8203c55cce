namespace Gateway.Time;

/// <summary>The machine's clock, which may be set at any time. It is for instants that callers see, never for durations.</summary>
internal sealed class WallClock(TimeProvider source)
{
    public DateTimeOffset UtcNow => source.GetUtcNow();
}
