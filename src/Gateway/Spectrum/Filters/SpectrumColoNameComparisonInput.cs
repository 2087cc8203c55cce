namespace Gateway.Spectrum.Filters;

/// <summary>
/// Compares the code of a data centre. Case matters. All given operators must match.
/// Values have 1 to 128 characters of `[A-Za-z0-9_.-]`.
/// </summary>
public sealed record SpectrumColoNameComparisonInput : IComparisonInput<string?, string>
{
    /// <summary>Equal to this.</summary>
    public string? Eq { get; init; }

    /// <summary>Not equal to this.</summary>
    public string? Neq { get; init; }

    /// <summary>Greater than this, in Cloudflare's string order.</summary>
    public string? Gt { get; init; }

    /// <summary>Greater than or equal to this, in Cloudflare's string order.</summary>
    public string? Gte { get; init; }

    /// <summary>Less than this, in Cloudflare's string order.</summary>
    public string? Lt { get; init; }

    /// <summary>Less than or equal to this, in Cloudflare's string order.</summary>
    public string? Lte { get; init; }

    /// <summary>Equal to one of these values. The list must not be empty.</summary>
    [MaxLength(FilterExpression.MaxBranches)]
    public IReadOnlyList<string>? In { get; init; }
}
