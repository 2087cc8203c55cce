using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Filters;

/// <summary>Compares the event of a connection. All given operators must match. `UNKNOWN` is not allowed.</summary>
public sealed record SpectrumEventComparisonInput : IComparisonInput<SpectrumEvent?, SpectrumEvent>
{
    /// <summary>Equal to this.</summary>
    public SpectrumEvent? Eq { get; init; }

    /// <summary>Not equal to this.</summary>
    public SpectrumEvent? Neq { get; init; }

    /// <summary>Greater than this, in Cloudflare's string order.</summary>
    public SpectrumEvent? Gt { get; init; }

    /// <summary>Greater than or equal to this, in Cloudflare's string order.</summary>
    public SpectrumEvent? Gte { get; init; }

    /// <summary>Less than this, in Cloudflare's string order.</summary>
    public SpectrumEvent? Lt { get; init; }

    /// <summary>Less than or equal to this, in Cloudflare's string order.</summary>
    public SpectrumEvent? Lte { get; init; }

    /// <summary>Equal to one of these values. The list must not be empty.</summary>
    [MaxLength(FilterExpression.MaxBranches)]
    public IReadOnlyList<SpectrumEvent>? In { get; init; }
}
