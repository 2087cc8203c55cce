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
