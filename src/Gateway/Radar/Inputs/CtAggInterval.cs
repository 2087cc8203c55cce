using System.Runtime.Serialization;

namespace Gateway.Radar.Inputs;

/// <summary>Length of one interval of a series that is asked for.</summary>
public enum CtAggInterval
{
    /// <summary>15 minutes; for short date ranges only.</summary>
    [EnumMember(Value = "15m")]
    FifteenMinutes,

    /// <summary>One hour; not for long date ranges.</summary>
    [EnumMember(Value = "1h")]
    OneHour,

    /// <summary>One day, in UTC.</summary>
    [EnumMember(Value = "1d")]
    OneDay,

    /// <summary>One week.</summary>
    [EnumMember(Value = "1w")]
    OneWeek,
}

/// <summary>Length of one interval of a series that was answered.</summary>
public enum CtResultInterval
{
    /// <summary>15 minutes.</summary>
    FIFTEEN_MINUTES,

    /// <summary>One hour.</summary>
    ONE_HOUR,

    /// <summary>One day, in UTC.</summary>
    ONE_DAY,

    /// <summary>One week.</summary>
    ONE_WEEK,

    /// <summary>One month; Cloudflare can choose it, though it cannot be asked for.</summary>
    ONE_MONTH,

    /// <summary>A length that Cloudflare has added since this gateway was built.</summary>
    UNKNOWN,
}
