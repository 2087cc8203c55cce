namespace Gateway.Columns;

/// <summary>The length of an interval in UTC: a number of calendar months, or else a fixed time.</summary>
internal readonly record struct IntervalLength(int Months, TimeSpan Time)
{
    public static IntervalLength OfMonths(int months) => new(months, TimeSpan.Zero);

    public static IntervalLength OfTime(TimeSpan time) => new(0, time);

    /// <summary>The first instant after an interval; null if it is beyond the last instant that .NET can express.</summary>
    public DateTimeOffset? EndOf(DateTimeOffset start) =>
        start <= DateTimeOffset.MaxValue.AddMonths(-Months) - Time ? start.AddMonths(Months) + Time : null;
}
