namespace Gateway.GraphQL.CostAnalysis;

/// <summary>What an operation may cost before anything of it runs.</summary>
public sealed class CostOptions
{
    /// <summary>The most that all resolvers together may cost, above 0. Default: 1000.</summary>
    public double MaxFieldCost { get; set => field = Positive(value); } = 1000;

    /// <summary>The most objects that may come back, by their weights, above 0. Default: 1000.</summary>
    public double MaxTypeCost { get; set => field = Positive(value); } = 1000;

    /// <summary>Whether an operation beyond them is refused. Default: yes.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    private static double Positive(double value) => value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A cost is above 0.");
}
