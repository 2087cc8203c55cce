namespace Gateway.Sandbox.Data;

/// <summary>
/// The number of events from 1970 up to a minute, at a mean rate with a daily curve and noise. The function never decreases, and a bucket
/// is the difference of two of its values. So buckets are never negative, take constant time at any length, and finer buckets add up to
/// coarser ones exactly.
/// </summary>
internal readonly struct CumulativeCount(ulong seed, double perMinute)
{
    private const double MinutesPerHour = 60;
    private const double MinutesPerDay = 1440;

    // The daily curve has a slope of at least 0.4, and the noise decreases by at most 0.35 a minute, so the sum increases.
    private const double MinuteNoise = 0.10;
    private const double HourNoise = 0.15;
    private const double DayNoise = 0.10;

    public long Before(long minute)
    {
        var day = Math.Floor(minute / MinutesPerDay);
        var x = (minute / MinutesPerDay) - day;
        var daily = day + (x * (0.4 + (x * (1.8 - (1.2 * x)))));
        return (long)Math.Floor(perMinute * (
            (MinutesPerDay * daily)
            + (MinuteNoise * Hash.Unit(seed, minute))
            + (HourNoise * MinutesPerHour * Smooth(seed + 1, minute / MinutesPerHour))
            + (DayNoise * MinutesPerDay * Smooth(seed + 2, minute / MinutesPerDay))));
    }

    private static double Smooth(ulong seed, double position)
    {
        var left = Math.Floor(position);
        double from = Hash.Unit(seed, (long)left), to = Hash.Unit(seed, (long)left + 1);
        return from + ((to - from) * (position - left));
    }
}
