namespace Gateway.Spectrum.Filters;

/// <summary>
/// Compares the code of a data centre, case-sensitively; all operators that are given have to hold.
/// Values are 1 to 128 of `[A-Za-z0-9_.-]`.
/// </summary>
public sealed record SpectrumColoNameComparisonInput
{
    /// <summary>Equal to this.</summary>
    public string? Eq { get; init; }

    /// <summary>Not equal to this.</summary>
    public string? Neq { get; init; }

    /// <summary>Greater than this, in Cloudflare's order of texts.</summary>
    public string? Gt { get; init; }

    /// <summary>Greater than or equal to this, in Cloudflare's order of texts.</summary>
    public string? Gte { get; init; }

    /// <summary>Less than this, in Cloudflare's order of texts.</summary>
    public string? Lt { get; init; }

    /// <summary>Less than or equal to this, in Cloudflare's order of texts.</summary>
    public string? Lte { get; init; }

    /// <summary>Equal to one of these; at least one.</summary>
    public IReadOnlyList<string>? In { get; init; }
}
