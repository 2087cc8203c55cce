namespace Gateway.GraphQL.CostAnalysis;

/// <summary>Limits of an operation's cost, which is checked before the operation is executed.</summary>
public sealed class CostOptions
{
    /// <summary>The maximum cost of all fields of an operation: above 0. Default: 1,000.</summary>
    public double MaxFieldCost { get; set => field = Positive(value); } = 1000;

    /// <summary>The maximum cost of all objects in a response: above 0. Default: 50,000, which an introspection fits in.</summary>
    public double MaxTypeCost { get; set => field = Positive(value); } = 50_000;

    /// <summary>The assumed size of a list field without <see cref="ListSizeAttribute"/>: 0 or more. Default: 50.</summary>
    public int DefaultListSize { get; set => field = Limit.Between(0, int.MaxValue, value); } = 50;

    /// <summary>Whether an operation beyond a limit is rejected. Default: true.</summary>
    public bool EnforceCostLimits { get; set; } = true;

    private static double Positive(double value) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A cost is above 0.");
}
