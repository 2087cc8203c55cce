using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Spectrum;

/// <summary>A calendar interval in UTC: a number of months, or a fixed length. Weeks begin on Monday.</summary>
internal sealed record TimeDelta(string Name, int Months, TimeSpan Length)
{
    public static TimeDelta[] All { get; } =
    [
        new("year", 12, default),
        new("quarter", 3, default),
        new("month", 1, default),
        new("week", 0, TimeSpan.FromDays(7)),
        new("day", 0, TimeSpan.FromDays(1)),
        new("hour", 0, TimeSpan.FromHours(1)),
        new("dekaminute", 0, TimeSpan.FromMinutes(10)),
        new("minute", 0, TimeSpan.FromMinutes(1)),
    ];

    /// <summary>
    /// The starts of all buckets that overlap the window, followed by the end of the last one. Null if there are too many. The first and
    /// last bucket are whole, and the bucket that contains <paramref name="since"/> is always included.
    /// </summary>
    public List<DateTimeOffset>? Cover(DateTimeOffset since, DateTimeOffset until, int most)
    {
        List<DateTimeOffset> starts = [Floor(since)];
        do
        {
            if (starts.Count > most)
                return null;
            starts.Add(starts[^1].AddMonths(Months) + Length);
        }
        while (starts[^1] < until);
        return starts;
    }

    /// <summary>One bucket of whole minutes that contains the window.</summary>
    public static List<DateTimeOffset> Whole(DateTimeOffset since, DateTimeOffset until)
    {
        var minute = TimeSpan.FromMinutes(1);
        var end = Round.Down(until, minute);
        return [Round.Down(since, minute), end < until || end <= since ? end + minute : end];
    }

    private DateTimeOffset Floor(DateTimeOffset instant)
    {
        if (Months == 0)
            return Round.Down(instant, Length);
        var month = (instant.UtcDateTime.Month - 1) / Months * Months;
        return new(instant.UtcDateTime.Year, month + 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
