namespace Gateway.Spectrum.Inputs;

/// <summary>Length of one time interval of a Spectrum answer.</summary>
public enum SpectrumTimeDelta
{
    /// <summary>A calendar year.</summary>
    Year,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>Seven days.</summary>
    Week,

    /// <summary>A day.</summary>
    Day,

    /// <summary>An hour.</summary>
    Hour,

    /// <summary>Ten minutes.</summary>
    Dekaminute,

    /// <summary>A minute.</summary>
    Minute,
}
