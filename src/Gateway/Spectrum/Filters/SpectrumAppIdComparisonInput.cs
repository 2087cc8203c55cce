namespace Gateway.Spectrum.Filters;

/// <summary>
/// Compares the id of a Spectrum application; all operators that are given have to hold.
/// Values are 1 to 128 of `[A-Za-z0-9_.-]`.
/// </summary>
public sealed record SpectrumAppIdComparisonInput
{
    /// <summary>Equal to this.</summary>
    [ID]
    public string? Eq { get; init; }

    /// <summary>Not equal to this.</summary>
    [ID]
    public string? Neq { get; init; }

    /// <summary>Greater than this, in Cloudflare's order of texts.</summary>
    [ID]
    public string? Gt { get; init; }

    /// <summary>Greater than or equal to this, in Cloudflare's order of texts.</summary>
    [ID]
    public string? Gte { get; init; }

    /// <summary>Less than this, in Cloudflare's order of texts.</summary>
    [ID]
    public string? Lt { get; init; }

    /// <summary>Less than or equal to this, in Cloudflare's order of texts.</summary>
    [ID]
    public string? Lte { get; init; }

    /// <summary>Equal to one of these; at least one.</summary>
    [ID]
    public IReadOnlyList<string>? In { get; init; }
}
