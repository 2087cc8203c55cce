namespace Gateway.Radar.Inputs;

/// <summary>What the values of groups are.</summary>
public enum CtGroupNormalization
{
    /// <summary>Counts of certificates.</summary>
    RAW_VALUES,

    /// <summary>Percentages of all groups of the series together.</summary>
    PERCENTAGE,
}
