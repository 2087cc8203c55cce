namespace Gateway.GraphQL.CostAnalysis;

/// <summary>The weight of a field, argument or type in an operation's cost. The schema shows it as <c>@cost</c>.</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}

/// <summary>How many items a list field counts as in an operation's cost. The schema shows it as <c>@listSize</c>.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The number of items, whatever the arguments are: 0 or more.</summary>
    public int AssumedSize { get; set => field = Limit.Between(0, int.MaxValue, value); }
}
