namespace Gateway.Sandbox.Data;

internal static class Round
{
    /// <summary>The last multiple of a step that is not after the instant. Weeks begin on Monday, as 0001-01-01 is one.</summary>
    public static DateTimeOffset Down(DateTimeOffset instant, TimeSpan step) =>
        new(instant.UtcTicks - (instant.UtcTicks % step.Ticks), TimeSpan.Zero);
}
