using System.Runtime.Serialization;

namespace Gateway.Radar.Inputs;

/// <summary>The requested length of one interval of a series.</summary>
public enum CtAggInterval
{
    /// <summary>15 minutes. For short date ranges only.</summary>
    [EnumMember(Value = "15m")]
    FifteenMinutes,

    /// <summary>One hour. Not for long date ranges.</summary>
    [EnumMember(Value = "1h")]
    OneHour,

    /// <summary>One day, in UTC.</summary>
    [EnumMember(Value = "1d")]
    OneDay,

    /// <summary>One week.</summary>
    [EnumMember(Value = "1w")]
    OneWeek,
}
