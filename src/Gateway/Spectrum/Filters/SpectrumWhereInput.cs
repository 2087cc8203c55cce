namespace Gateway.Spectrum.Filters;

/// <summary>
/// A typed filter over the dimensions. All that is given in one object has to hold. It becomes an expression of Cloudflare's
/// grammar, an OR of ANDs of at most 64 comparisons once nested ORs are multiplied out. Empty objects and lists are refused.
/// </summary>
public sealed record SpectrumWhereInput
{
    /// <summary>All of these hold.</summary>
    public IReadOnlyList<SpectrumWhereInput>? And { get; init; }

    /// <summary>At least one of these holds.</summary>
    public IReadOnlyList<SpectrumWhereInput>? Or { get; init; }

    /// <summary>What happened to the connection.</summary>
    public SpectrumEventComparisonInput? Event { get; init; }

    /// <summary>The id of the Spectrum application.</summary>
    public SpectrumAppIdComparisonInput? AppId { get; init; }

    /// <summary>The Cloudflare data centre, by its airport's code.</summary>
    public SpectrumColoNameComparisonInput? ColoName { get; init; }

    /// <summary>The version of IP that the client used: 4 or 6.</summary>
    public SpectrumIpVersionComparisonInput? IpVersion { get; init; }
}
