namespace Gateway.Spectrum.Inputs;

/// <summary>Length of one time interval.</summary>
public enum SpectrumTimeDelta
{
    /// <summary>One calendar year.</summary>
    Year,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>One calendar month.</summary>
    Month,

    /// <summary>One week.</summary>
    Week,

    /// <summary>One day.</summary>
    Day,

    /// <summary>One hour.</summary>
    Hour,

    /// <summary>Ten minutes.</summary>
    Dekaminute,

    /// <summary>One minute.</summary>
    Minute,
}
