using System.Text.Json.Serialization;

namespace Gateway.Spectrum.Wire;

/// <summary>
/// The <c>result</c> of the <c>bytime</c> endpoint. What an answer makes no sense without is required; all else may be missing or null.
/// </summary>
internal sealed class BytimeResult
{
    public BytimeRow?[]? Data { get; init; }

    [JsonPropertyName("data_lag")]
    public required double DataLag { get; init; }

    public required double Rows { get; init; }

    public Dictionary<string, double?>? Min { get; init; }

    public Dictionary<string, double?>? Max { get; init; }

    public Dictionary<string, double?>? Totals { get; init; }

    public BytimeQuery? Query { get; init; }

    [JsonPropertyName("time_intervals")]
    public TimeInterval[]? TimeIntervals { get; init; }
}

/// <summary>One combination of dimension values, which stand in the order of <see cref="BytimeQuery.Dimensions"/>.</summary>
internal sealed class BytimeRow
{
    public string?[]? Dimensions { get; init; }

    /// <summary><c>[metric][interval]</c>, metrics in the order of <see cref="BytimeQuery.Metrics"/>.</summary>
    public double?[][]? Metrics { get; init; }
}

/// <summary>The echo of the query.</summary>
internal sealed class BytimeQuery
{
    public string?[]? Dimensions { get; init; }

    public string?[]? Metrics { get; init; }

    public string? Filters { get; init; }

    public double? Limit { get; init; }

    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public string?[]? Sort { get; init; }
}
