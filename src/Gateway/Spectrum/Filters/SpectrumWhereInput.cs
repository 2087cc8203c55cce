namespace Gateway.Spectrum.Filters;

/// <summary>
/// A typed filter by dimensions. All given fields of an object must match. Empty objects and lists are not allowed.
/// The gateway compiles it to a Cloudflare filter expression, an OR of ANDs. After the expansion of nested ORs, at most 64 comparisons are
/// allowed, and before it at most 128 items in all lists.
/// </summary>
public sealed partial record SpectrumWhereInput
{
    /// <summary>All of these must match.</summary>
    [MaxLength(FilterExpression.MaxBranches)]
    public IReadOnlyList<SpectrumWhereInput>? And { get; init; }

    /// <summary>At least one of these must match.</summary>
    [MaxLength(FilterExpression.MaxBranches)]
    public IReadOnlyList<SpectrumWhereInput>? Or { get; init; }

    /// <summary>What happened to the connection.</summary>
    public SpectrumEventComparisonInput? Event { get; init; }

    /// <summary>The id of the Spectrum application.</summary>
    public SpectrumAppIdComparisonInput? AppId { get; init; }

    /// <summary>The Cloudflare data centre, by its airport code.</summary>
    public SpectrumColoNameComparisonInput? ColoName { get; init; }

    /// <summary>The client's IP version: 4 or 6.</summary>
    public SpectrumIpVersionComparisonInput? IpVersion { get; init; }
}
