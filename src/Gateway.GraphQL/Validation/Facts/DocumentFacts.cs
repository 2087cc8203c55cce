using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The operations and fragments of a document, with the facts that the walk collects.</summary>
internal sealed class DocumentFacts
{
    private readonly Dictionary<string, FragmentFacts> _byName = new(StringComparer.Ordinal);
    private readonly Stack<FragmentFacts> _pending = [];
    private int _visitsLeft;

    public DocumentFacts(DocumentNode document, int maxFragmentVisits)
    {
        _visitsLeft = maxFragmentVisits;
        foreach (var definition in document.Definitions)
        {
            if (definition is OperationDefinitionNode operation)
            {
                Operations.Add(new OperationFacts(operation));
            }
            else if (definition is FragmentDefinitionNode node)
            {
                var fragment = new FragmentFacts(node);
                Fragments.Add(fragment);
                _byName.TryAdd(node.Name, fragment);
            }
        }
    }

    public List<OperationFacts> Operations { get; } = [];

    /// <summary>All fragments, including those that repeat the name of an earlier one.</summary>
    public List<FragmentFacts> Fragments { get; } = [];

    /// <summary>Finds the first fragment with a name; null if there is none.</summary>
    public FragmentFacts? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>
    /// Finds the uses of variables in an operation and in all fragments that it reaches. Null if that takes more visits than
    /// <see cref="ValidationOptions.MaxAllowedFragmentVisits"/>.
    /// </summary>
    public IReadOnlyList<VariableUsage>? UsagesOf(OperationFacts operation)
    {
        if (operation.ReachableUsages is { } known)
        {
            return known;
        }

        if (operation.Spreads.Count == 0)
        {
            return operation.ReachableUsages = operation.Usages;
        }

        var usages = new List<VariableUsage>(operation.Usages);
        _pending.Clear();
        var isAffordable = Follow(operation, operation.Spreads);
        while (isAffordable && _pending.TryPop(out var fragment))
        {
            _visitsLeft -= fragment.Usages.Count;
            usages.AddRange(fragment.Usages);
            isAffordable = Follow(operation, fragment.Spreads);
        }

        return isAffordable ? operation.ReachableUsages = usages : null;
    }

    private bool Follow(OperationFacts operation, List<FragmentSpreadNode> spreads)
    {
        _visitsLeft -= spreads.Count;
        foreach (var spread in spreads)
        {
            if (Find(spread.Name) is { } fragment && fragment.LastReachedFrom != operation)
            {
                fragment.LastReachedFrom = operation;
                _pending.Push(fragment);
            }
        }

        return _visitsLeft >= 0;
    }
}
