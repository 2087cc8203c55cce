using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>A query, as Cloudflare understood it. Names that this gateway does not know are omitted.</summary>
public sealed class SpectrumQuery
{
    internal SpectrumQuery()
    {
    }

    /// <summary>The dimensions, in the order of Cloudflare's answer.</summary>
    [ListSize(AssumedSize = 4)]
    public required IReadOnlyList<SpectrumDimension> Dimensions { get; init; }

    /// <summary>The metrics, in the order of Cloudflare's answer.</summary>
    [ListSize(AssumedSize = 7)]
    public required IReadOnlyList<SpectrumMetric> Metrics { get; init; }

    /// <summary>The filter expression; null if there was none.</summary>
    public string? Filters { get; init; }

    /// <summary>The maximum number of rows.</summary>
    public int? Limit { get; init; }

    /// <summary>Start of the window. The first interval may begin before it.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>End of the last interval.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>The sort orders of the rows.</summary>
    [ListSize(AssumedSize = 11)]
    public required IReadOnlyList<SpectrumSort> Sort { get; init; }
}
