using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

internal enum AggInterval
{
    FifteenMinutes,
    OneHour,
    OneDay,
    OneWeek,
}

/// <summary>The steps of a series. Which range allows which step is not published; these bounds agree with every known case.</summary>
internal static class AggIntervals
{
    public static readonly TimeSpan Grid = TimeSpan.FromMinutes(15);

    private const long MondayTicks = 4 * TimeSpan.TicksPerDay; // 1970-01-05, seen from the epoch

    public static Vocabulary<AggInterval> Requested { get; } = new("15m", "1h", "1d", "1w");

    public static Vocabulary<AggInterval> Answered { get; } = new("FIFTEEN_MINUTES", "ONE_HOUR", "ONE_DAY", "ONE_WEEK");

    public static TimeSpan Length(AggInterval interval) => interval switch
    {
        AggInterval.FifteenMinutes => Grid,
        AggInterval.OneHour => TimeSpan.FromHours(1),
        AggInterval.OneDay => TimeSpan.FromDays(1),
        _ => TimeSpan.FromDays(7),
    };

    public static AggInterval Default(TimeSpan range) =>
        range <= TimeSpan.FromDays(1) ? AggInterval.FifteenMinutes
        : Allows(AggInterval.OneHour, range) ? AggInterval.OneHour
        : AggInterval.OneDay;

    public static bool Allows(AggInterval interval, TimeSpan range) => interval switch
    {
        AggInterval.FifteenMinutes => range <= TimeSpan.FromDays(7),
        AggInterval.OneHour => range <= TimeSpan.FromDays(31),
        _ => true,
    };

    public static DateTimeOffset Floor(AggInterval interval, DateTimeOffset instant)
    {
        var length = Length(interval).Ticks;
        var origin = interval == AggInterval.OneWeek ? MondayTicks : 0;
        var since = instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks - origin;
        return new DateTimeOffset(instant.UtcTicks - (((since % length) + length) % length), TimeSpan.Zero);
    }

    public static DateTimeOffset FloorToGrid(DateTimeOffset instant) => Floor(AggInterval.FifteenMinutes, instant);
}
