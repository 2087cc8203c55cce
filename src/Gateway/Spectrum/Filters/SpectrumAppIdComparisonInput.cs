namespace Gateway.Spectrum.Filters;

/// <summary>
/// Compares the id of a Spectrum application. All given operators must match.
/// Values have 1 to 128 characters of `[A-Za-z0-9_.-]`.
/// </summary>
public sealed record SpectrumAppIdComparisonInput : IComparisonInput<string?, string>
{
    /// <summary>Equal to this.</summary>
    [ID]
    public string? Eq { get; init; }

    /// <summary>Not equal to this.</summary>
    [ID]
    public string? Neq { get; init; }

    /// <summary>Greater than this, in Cloudflare's string order.</summary>
    [ID]
    public string? Gt { get; init; }

    /// <summary>Greater than or equal to this, in Cloudflare's string order.</summary>
    [ID]
    public string? Gte { get; init; }

    /// <summary>Less than this, in Cloudflare's string order.</summary>
    [ID]
    public string? Lt { get; init; }

    /// <summary>Less than or equal to this, in Cloudflare's string order.</summary>
    [ID]
    public string? Lte { get; init; }

    /// <summary>Equal to one of these values. The list must not be empty.</summary>
    [ID]
    [MaxLength(FilterExpression.MaxBranches)]
    public IReadOnlyList<string>? In { get; init; }
}
