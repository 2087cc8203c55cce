namespace Gateway.Radar.Inputs;

/// <summary>The requested length of one interval of a series.</summary>
public enum CtAggInterval
{
    /// <summary>15 minutes. For short date ranges only.</summary>
    FifteenMinutes,

    /// <summary>One hour. Not for long date ranges.</summary>
    OneHour,

    /// <summary>One day, in UTC.</summary>
    OneDay,

    /// <summary>One week.</summary>
    OneWeek,
}

internal static class CtAggIntervals
{
    /// <summary>The value of Cloudflare's parameter.</summary>
    public static string Parameter(this CtAggInterval interval) => interval switch
    {
        CtAggInterval.FifteenMinutes => "15m",
        CtAggInterval.OneHour => "1h",
        CtAggInterval.OneDay => "1d",
        CtAggInterval.OneWeek => "1w",
        _ => throw new ArgumentOutOfRangeException(nameof(interval)),
    };
}
