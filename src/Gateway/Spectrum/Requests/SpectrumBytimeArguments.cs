using Gateway.Spectrum.Filters;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Requests;

/// <summary>The arguments of <c>spectrumBytime</c> as a caller gave them.</summary>
internal sealed record SpectrumBytimeArguments(string ZoneId, SpectrumTimeDelta TimeDelta)
{
    public DateTimeOffset? Since { get; init; }

    public DateTimeOffset? Until { get; init; }

    public IReadOnlyList<SpectrumDimension>? Dimensions { get; init; }

    /// <summary>Those that the caller named, or else those that the query selects.</summary>
    public IReadOnlyList<SpectrumMetric>? Metrics { get; init; }

    public string? Filters { get; init; }

    public SpectrumWhereInput? Where { get; init; }

    public IReadOnlyList<SpectrumSort>? Sort { get; init; }

    public int? Limit { get; init; }
}
