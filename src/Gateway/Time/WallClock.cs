namespace Gateway.Time;

/// <summary>The machine's clock, which may be set at any moment: for instants that callers see, never for a duration.</summary>
internal sealed class WallClock(TimeProvider source)
{
    public DateTimeOffset UtcNow => source.GetUtcNow();
}
