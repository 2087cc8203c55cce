namespace Gateway.GraphQL.CostAnalysis;

/// <summary>What a field, an argument or an object type adds to an operation's cost, as <c>@cost</c> of the schema.</summary>
[AttributeUsage(
    AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}
