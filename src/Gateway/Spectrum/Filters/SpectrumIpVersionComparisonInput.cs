namespace Gateway.Spectrum.Filters;

/// <summary>Compares the version of IP; all operators that are given have to hold.</summary>
public sealed record SpectrumIpVersionComparisonInput
{
    /// <summary>Equal to this.</summary>
    public int? Eq { get; init; }

    /// <summary>Not equal to this.</summary>
    public int? Neq { get; init; }

    /// <summary>Greater than this.</summary>
    public int? Gt { get; init; }

    /// <summary>Greater than or equal to this.</summary>
    public int? Gte { get; init; }

    /// <summary>Less than this.</summary>
    public int? Lt { get; init; }

    /// <summary>Less than or equal to this.</summary>
    public int? Lte { get; init; }

    /// <summary>Equal to one of these; at least one.</summary>
    public IReadOnlyList<int>? In { get; init; }
}
