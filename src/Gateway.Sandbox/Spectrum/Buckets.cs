namespace Gateway.Sandbox.Spectrum;

/// <summary>The calendar of each step, in UTC; weeks begin on Monday.</summary>
internal static class Buckets
{
    private const long MondayTicks = 4 * TimeSpan.TicksPerDay; // 1970-01-05, seen from the epoch

    /// <summary>
    /// The starts of all buckets that the window touches, and at the end where the last one ends; null where there are too many.
    /// Edge buckets are whole, and the one that holds <paramref name="since"/> is always among them.
    /// </summary>
    public static List<DateTimeOffset>? Cover(TimeDelta delta, DateTimeOffset since, DateTimeOffset until, int most)
    {
        var start = Floor(delta, since);
        var starts = new List<DateTimeOffset>();
        do
        {
            if (starts.Count == most)
                return null;
            starts.Add(start);
            start = Next(delta, start);
        }
        while (start < until);
        starts.Add(start);
        return starts;
    }

    public static DateTimeOffset Floor(TimeDelta delta, DateTimeOffset instant)
    {
        var utc = instant.UtcDateTime;
        return delta switch
        {
            TimeDelta.Year => First(utc.Year, 1),
            TimeDelta.Quarter => First(utc.Year, ((utc.Month - 1) / 3 * 3) + 1),
            TimeDelta.Month => First(utc.Year, utc.Month),
            TimeDelta.Week => FloorTicks(instant, 7 * TimeSpan.TicksPerDay, MondayTicks),
            TimeDelta.Day => FloorTicks(instant, TimeSpan.TicksPerDay),
            TimeDelta.Hour => FloorTicks(instant, TimeSpan.TicksPerHour),
            TimeDelta.Dekaminute => FloorTicks(instant, 10 * TimeSpan.TicksPerMinute),
            _ => FloorTicks(instant, TimeSpan.TicksPerMinute),
        };
    }

    private static DateTimeOffset Next(TimeDelta delta, DateTimeOffset start) => delta switch
    {
        TimeDelta.Year => start.AddYears(1),
        TimeDelta.Quarter => start.AddMonths(3),
        TimeDelta.Month => start.AddMonths(1),
        TimeDelta.Week => start.AddDays(7),
        TimeDelta.Day => start.AddDays(1),
        TimeDelta.Hour => start.AddHours(1),
        TimeDelta.Dekaminute => start.AddMinutes(10),
        _ => start.AddMinutes(1),
    };

    private static DateTimeOffset First(int year, int month) => new(year, month, 1, 0, 0, 0, TimeSpan.Zero);

    private static DateTimeOffset FloorTicks(DateTimeOffset instant, long step, long origin = 0)
    {
        var since = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks - origin;
        var into = ((since % step) + step) % step;
        return new DateTimeOffset(instant.UtcTicks - into, TimeSpan.Zero);
    }
}
