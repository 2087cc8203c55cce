using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The facts of one operation or fragment, without those of fragments that it spreads.</summary>
internal abstract class DefinitionFacts
{
    /// <summary>At any depth, in the order of the document.</summary>
    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>At any depth, in the order of the document.</summary>
    public List<VariableUsage> Usages { get; } = [];

    /// <summary>Its fields; empty until the walk has come by.</summary>
    public SelectionFacts Selections { get; } = new();
}

/// <summary>An operation.</summary>
internal sealed class OperationFacts(OperationDefinitionNode node) : DefinitionFacts
{
    private readonly Dictionary<string, VariableFacts> _variables = new(StringComparer.Ordinal);

    public OperationDefinitionNode Node => node;

    /// <summary>Set when they are asked for first.</summary>
    public IReadOnlyList<VariableUsage>? ReachableUsages { get; set; }

    /// <summary>How messages name it.</summary>
    public string Title => node.Name is { } name ? $"operation `{name}`" : "the anonymous operation";

    /// <summary>The first definition of a name stands.</summary>
    public void Add(VariableFacts variable) => _variables.TryAdd(variable.Node.Variable.Name, variable);

    public VariableFacts? FindVariable(string name) => _variables.GetValueOrDefault(name);
}

/// <summary>A fragment.</summary>
internal sealed class FragmentFacts(FragmentDefinitionNode node) : DefinitionFacts
{
    public FragmentDefinitionNode Node => node;

    /// <summary>A mark that saves a set of visited fragments for each operation.</summary>
    public OperationFacts? LastReachedFrom { get; set; }
}
