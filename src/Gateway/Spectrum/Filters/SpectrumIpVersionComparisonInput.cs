namespace Gateway.Spectrum.Filters;

/// <summary>Compares the IP version, which is 4 or 6. All given operators must match.</summary>
public sealed record SpectrumIpVersionComparisonInput : IComparisonInput<int?, int>
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

    /// <summary>Equal to one of these values. The list must not be empty.</summary>
    [MaxLength(FilterExpression.MaxBranches)]
    public IReadOnlyList<int>? In { get; init; }
}
