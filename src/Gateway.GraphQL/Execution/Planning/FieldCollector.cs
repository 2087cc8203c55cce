using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// CollectFields (GraphQL September 2025, §6.3.2, https://spec.graphql.org/September2025/#sec-Field-Collection): the fields of an object
/// type by response name, in the order of their first occurrence.
/// </summary>
internal sealed class FieldCollector(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, IReadOnlyDictionary<string, bool?> conditions)
{
    // Up to so many fields are searched in a loop, without a dictionary.
    private const int Few = 8;

    private Dictionary<string, List<FieldNode>>? _byName;
    private HashSet<string>? _visitedFragments;
    private readonly Stack<(SelectionSetNode Set, int Next)> _open = [];

    public List<List<FieldNode>> Fields { get; } = [];

    /// <summary>Why the fields can't be collected; null if they can.</summary>
    public IError? Fault { get; private set; }

    /// <summary>
    /// Collects depth first, with a stack of its own, because a long chain of fragments would overflow the thread's stack.
    /// </summary>
    public FieldCollector Collect(ObjectType type, SelectionSetNode set)
    {
        _open.Push((set, 0));
        while (_open.TryPop(out var open))
        {
            if (open.Next < open.Set.Selections.Length)
            {
                _open.Push((open.Set, open.Next + 1));
                Visit(type, open.Set.Selections[open.Next]);
            }
        }

        return this;
    }

    private void Visit(ObjectType type, SelectionNode selection)
    {
        if (!Conditions.IsIncluded(selection.Directives, conditions, out var fault))
        {
            Fault ??= fault;
            return;
        }

        switch (selection)
        {
            case FieldNode field:
                Add(field);
                break;
            case FragmentSpreadNode spread when (_visitedFragments ??= new(StringComparer.Ordinal)).Add(spread.Name):
                var fragment = fragments[spread.Name];
                OpenWhereApplies(type, fragment.TypeCondition, fragment.SelectionSet);
                break;
            case InlineFragmentNode inline:
                OpenWhereApplies(type, inline.TypeCondition, inline.SelectionSet);
                break;
        }
    }

    private void Add(FieldNode field)
    {
        if (Find(field.ResponseName) is { } fields)
        {
            fields.Add(field);
            return;
        }

        Fields.Add([field]);
        if (Fields.Count > Few)
        {
            _byName ??= Fields.ToDictionary(static fields => fields[0].ResponseName, StringComparer.Ordinal);
            _byName[field.ResponseName] = Fields[^1];
        }
    }

    private List<FieldNode>? Find(string responseName) =>
        _byName is not null ? _byName.GetValueOrDefault(responseName) : FindAmongFew(responseName);

    private List<FieldNode>? FindAmongFew(string responseName)
    {
        foreach (var fields in Fields)
        {
            if (fields[0].ResponseName == responseName)
            {
                return fields;
            }
        }

        return null;
    }

    private void OpenWhereApplies(ObjectType type, NamedTypeNode? condition, SelectionSetNode set)
    {
        if (condition is null || schema.IsPossibleType(condition.Name, type))
        {
            _open.Push((set, 0));
        }
    }
}
