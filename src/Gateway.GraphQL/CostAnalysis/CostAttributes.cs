namespace Gateway.GraphQL.CostAnalysis;

/// <summary>The weight of a field, argument or type in an operation's cost. The schema shows it as <c>@cost</c>.</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}
