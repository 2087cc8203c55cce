namespace Gateway.GraphQL.CostAnalysis;

/// <summary>Limits of an operation's cost, which is checked before the operation is executed, and weights.</summary>
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

    /// <summary>The weights of filters. The schema shows them.</summary>
    public FilterCostOptions Filtering { get; } = new();

    /// <summary>The weights of orders. The schema shows them.</summary>
    public SortCostOptions Sorting { get; } = new();

    private static double Positive(double value) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A cost is above 0.");
}

/// <summary>The weights of filters in an operation's cost. Null for none.</summary>
public sealed class FilterCostOptions
{
    /// <summary>The weight of an argument <c>where</c>. Default: 10.</summary>
    public double? DefaultFilterArgumentCost { get; set; } = 10;

    /// <summary>The weight of a comparison. Default: 10.</summary>
    public double? DefaultFilterOperationCost { get; set; } = 10;

    /// <summary>The weight of a comparison that searches a text. Default: 20.</summary>
    public double? DefaultExpensiveFilterOperationCost { get; set; } = 20;
}

/// <summary>The weights of orders in an operation's cost. Null for none.</summary>
public sealed class SortCostOptions
{
    /// <summary>The weight of an argument <c>order</c>. Default: 10.</summary>
    public double? DefaultSortArgumentCost { get; set; } = 10;

    /// <summary>The weight of a key. Default: 10.</summary>
    public double? DefaultSortOperationCost { get; set; } = 10;
}
