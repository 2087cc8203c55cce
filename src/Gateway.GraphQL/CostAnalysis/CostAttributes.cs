namespace Gateway.GraphQL.CostAnalysis;

/// <summary>What a field, an argument or an object type adds to an operation's cost, as <c>@cost</c> of the schema.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Parameter | AttributeTargets.Class | AttributeTargets.Struct)]
public sealed class CostAttribute(double weight) : Attribute
{
    public double Weight { get; } = weight;
}

/// <summary>How long a field's list gets, as <c>@listSize</c> of the schema; a list without it counts as one item.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property)]
public sealed class ListSizeAttribute : Attribute
{
    /// <summary>The size where no argument says it; 0 for none.</summary>
    public int AssumedSize { get; set; }

    /// <summary>The names of arguments that say it.</summary>
    public string[]? SlicingArguments { get; set; }

    /// <summary>The fields below that have the size, where it is not this one.</summary>
    public string[]? SizedFields { get; set; }

    /// <summary>Whether exactly one slicing argument must be given. Default: yes where there are any.</summary>
    public bool RequireOneSlicingArgument { get; set; } = true;
}
