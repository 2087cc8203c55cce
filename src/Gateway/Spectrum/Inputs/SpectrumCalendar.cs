using Gateway.Columns;

namespace Gateway.Spectrum.Inputs;

/// <summary>
/// Where intervals begin, and how long they are: in UTC, weeks on Monday, and months, quarters and years as in the calendar.
/// </summary>
internal static class SpectrumCalendar
{
    /// <summary>The start of the interval that contains the instant.</summary>
    public static DateTimeOffset Floor(this SpectrumTimeDelta delta, DateTimeOffset instant)
    {
        var at = instant.UtcDateTime;
        return new DateTimeOffset(
            MonthsOf(delta) is var months and > 0
                ? new DateTime(at.Year, at.Month - ((at.Month - 1) % months), 1, 0, 0, 0, DateTimeKind.Utc)

                // The first day of the calendar, 0001-01-01, is a Monday.
                : at.AddTicks(-(at.Ticks % delta.Shortest().Ticks)),
            TimeSpan.Zero);
    }

    /// <summary>The start of the next interval, which is always after the instant.</summary>
    public static DateTimeOffset Next(this SpectrumTimeDelta delta, DateTimeOffset instant) =>
        MonthsOf(delta) is var months and > 0 ? delta.Floor(instant).AddMonths(months) : delta.Floor(instant) + delta.Shortest();

    /// <summary>The length of the shortest such interval.</summary>
    public static TimeSpan Shortest(this SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Minute => TimeSpan.FromMinutes(1),
        SpectrumTimeDelta.Dekaminute => TimeSpan.FromMinutes(10),
        SpectrumTimeDelta.Hour => TimeSpan.FromHours(1),
        SpectrumTimeDelta.Day => TimeSpan.FromDays(1),
        SpectrumTimeDelta.Week => TimeSpan.FromDays(7),
        SpectrumTimeDelta.Month => TimeSpan.FromDays(28),
        SpectrumTimeDelta.Quarter => TimeSpan.FromDays(90),
        _ => TimeSpan.FromDays(365),
    };

    public static IntervalLength Length(this SpectrumTimeDelta delta) =>
        MonthsOf(delta) is var months and > 0 ? IntervalLength.OfMonths(months) : IntervalLength.OfTime(delta.Shortest());

    /// <summary>The number of calendar months; 0 for an interval of a fixed length.</summary>
    private static int MonthsOf(SpectrumTimeDelta delta) => delta switch
    {
        SpectrumTimeDelta.Month => 1,
        SpectrumTimeDelta.Quarter => 3,
        SpectrumTimeDelta.Year => 12,
        _ => 0,
    };
}
