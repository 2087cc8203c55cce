namespace Gateway.Spectrum.Inputs;

/// <summary>Where intervals begin: in UTC, weeks on Monday, and months, quarters and years as in the calendar.</summary>
internal static class SpectrumCalendar
{
    /// <summary>The start of the interval that contains the instant.</summary>
    public static DateTimeOffset Floor(this SpectrumTimeDelta delta, DateTimeOffset instant)
    {
        var at = instant.UtcDateTime;
        return new DateTimeOffset(
            delta.Length().Months is var months and > 0
                ? new DateTime(at.Year, at.Month - ((at.Month - 1) % months), 1, 0, 0, 0, DateTimeKind.Utc)

                // The first day of the calendar, 0001-01-01, is a Monday.
                : at.AddTicks(-(at.Ticks % delta.Shortest().Ticks)),
            TimeSpan.Zero);
    }

    /// <summary>The start of the next interval, which is always after the instant.</summary>
    public static DateTimeOffset Next(this SpectrumTimeDelta delta, DateTimeOffset instant) =>
        delta.Length().EndOf(delta.Floor(instant)) ?? DateTimeOffset.MaxValue;

    /// <summary>The length of the shortest such interval.</summary>
    public static TimeSpan Shortest(this SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Month => TimeSpan.FromDays(28),
        SpectrumTimeDelta.Quarter => TimeSpan.FromDays(90),
        SpectrumTimeDelta.Year => TimeSpan.FromDays(365),
        _ => delta.Length().Time,
    };
}
