using Gateway.Radar.Inputs;

namespace Gateway.Radar.Requests;

/// <summary>What a request asks of each of its series.</summary>
/// <param name="Path">The path of the endpoint, relative to the base address.</param>
internal sealed record CtQuestion(string Path)
{
    /// <summary>The interval; null lets Cloudflare choose, or if the endpoint has none.</summary>
    public CtAggInterval? AggInterval { get; init; }

    /// <summary>What the series are grouped by; null if they are not.</summary>
    public CtDimension? Dimension { get; init; }

    /// <summary>The maximum number of groups; null lets Cloudflare choose.</summary>
    public int? LimitPerGroup { get; init; }

    /// <summary>What the values of groups are. Never null with a dimension, so that no key depends on Cloudflare's default.</summary>
    public CtGroupNormalization? Normalization { get; init; }

    /// <summary>Whether the answer is one value for the whole period.</summary>
    public bool IsSummary => Path == Summary;

    private const string Summary = "radar/ct/summary";

    public static CtQuestion Timeseries(CtAggInterval? aggInterval) => new("radar/ct/timeseries") { AggInterval = aggInterval };

    public static CtQuestion Groups(
        CtDimension dimension, CtAggInterval? aggInterval, int? limitPerGroup, CtGroupNormalization? normalization) =>
        new("radar/ct/timeseries_groups")
        {
            AggInterval = aggInterval,
            Dimension = dimension,
            LimitPerGroup = limitPerGroup,
            Normalization = normalization ?? CtGroupNormalization.RAW_VALUES,
        };

    public static CtQuestion Summaries(CtDimension dimension, int? limitPerGroup, CtGroupNormalization? normalization) =>
        Groups(dimension, null, limitPerGroup, normalization) with { Path = Summary };
}
