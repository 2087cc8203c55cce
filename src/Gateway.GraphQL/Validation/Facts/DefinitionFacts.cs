using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>What is written in one operation or fragment, without what its spreads stand for.</summary>
internal abstract class DefinitionFacts
{
    private List<FragmentSpreadNode>? _spreads;
    private List<VariableUsage>? _usages;

    /// <summary>At any depth, in the order of the document.</summary>
    public IReadOnlyList<FragmentSpreadNode> Spreads => _spreads ?? (IReadOnlyList<FragmentSpreadNode>)[];

    /// <summary>At any depth, in the order of the document.</summary>
    public IReadOnlyList<VariableUsage> Usages => _usages ?? (IReadOnlyList<VariableUsage>)[];

    /// <summary>Its fields; empty until the walk has come by.</summary>
    public SelectionFacts Selections { get; } = new();

    public void Add(FragmentSpreadNode spread) => (_spreads ??= []).Add(spread);

    public void Add(VariableUsage usage) => (_usages ??= []).Add(usage);
}

/// <summary>An operation.</summary>
internal sealed class OperationFacts(OperationDefinitionNode node) : DefinitionFacts
{
    private Dictionary<string, VariableFacts>? _variables;

    public OperationDefinitionNode Node => node;

    /// <summary>Set when they are asked for first.</summary>
    public IReadOnlyList<VariableUsage>? ReachableUsages { get; set; }

    /// <summary>How messages name it.</summary>
    public string Title => node.Name is { } name ? $"operation `{name}`" : "the anonymous operation";

    /// <summary>The first definition of a name stands.</summary>
    public void Add(VariableFacts variable)
        => (_variables ??= new(node.VariableDefinitions.Length, StringComparer.Ordinal)).TryAdd(variable.Node.Variable.Name, variable);

    public VariableFacts? FindVariable(string name) => _variables?.GetValueOrDefault(name);
}

/// <summary>A fragment.</summary>
internal sealed class FragmentFacts(FragmentDefinitionNode node) : DefinitionFacts
{
    public FragmentDefinitionNode Node => node;

    /// <summary>A mark that saves a set of visited fragments for each operation.</summary>
    public OperationFacts? LastReachedFrom { get; set; }
}
