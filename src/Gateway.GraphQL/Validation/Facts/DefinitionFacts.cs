using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The facts of one operation or fragment. They do not include the facts of fragments that it spreads.</summary>
internal abstract class DefinitionFacts
{
    /// <summary>All of them, at any depth, in the order of the document.</summary>
    public List<FragmentSpreadNode> Spreads { get; } = [];

    /// <summary>All of them, at any depth, in the order of the document.</summary>
    public List<VariableUsage> Usages { get; } = [];

    /// <summary>The fields; empty until the walk has visited the definition.</summary>
    public SelectionFacts Selections { get; } = new();
}

/// <summary>An operation.</summary>
internal sealed class OperationFacts(OperationDefinitionNode node) : DefinitionFacts
{
    private readonly Dictionary<string, VariableFacts> _variables = new(StringComparer.Ordinal);

    public OperationDefinitionNode Node => node;

    /// <summary>The uses of variables, including those in spread fragments. Set on first use.</summary>
    public IReadOnlyList<VariableUsage>? ReachableUsages { get; set; }

    /// <summary>The operation's name in error messages.</summary>
    public string Title => node.Name is { } name ? $"operation `{name}`" : "the anonymous operation";

    /// <summary>Adds a variable. Of several variables with one name, the first counts.</summary>
    public void Add(VariableFacts variable) => _variables.TryAdd(variable.Node.Variable.Name, variable);

    public VariableFacts? FindVariable(string name) => _variables.GetValueOrDefault(name);
}

/// <summary>A fragment.</summary>
internal sealed class FragmentFacts(FragmentDefinitionNode node) : DefinitionFacts
{
    public FragmentDefinitionNode Node => node;

    /// <summary>The last operation that reached the fragment. It replaces a set of visited fragments for each operation.</summary>
    public OperationFacts? LastReachedFrom { get; set; }
}
