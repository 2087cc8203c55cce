using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>CollectFields (§6.3.2): the fields of one object type by response name, in the order in which they are first met.</summary>
internal sealed class FieldCollector(
    Schema schema, IReadOnlyDictionary<string, FragmentDefinitionNode> fragments, IReadOnlyDictionary<string, bool?> conditions)
{
    private readonly Dictionary<string, List<FieldNode>> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<string> _visitedFragments = new(StringComparer.Ordinal);

    public List<List<FieldNode>> Fields { get; } = [];

    /// <summary>Why the fields can't be told; null where they can.</summary>
    public IError? Fault { get; private set; }

    public FieldCollector Collect(ObjectType type, SelectionSetNode set)
    {
        foreach (var selection in set.Selections)
        {
            if (!Conditions.IsIncluded(selection.Directives, conditions, out var fault))
            {
                Fault ??= fault;
                continue;
            }

            switch (selection)
            {
                case FieldNode field:
                    Add(field);
                    break;
                case FragmentSpreadNode spread when _visitedFragments.Add(spread.Name):
                    var fragment = fragments[spread.Name];
                    CollectWhereApplies(type, fragment.TypeCondition, fragment.SelectionSet);
                    break;
                case InlineFragmentNode inline:
                    CollectWhereApplies(type, inline.TypeCondition, inline.SelectionSet);
                    break;
            }
        }

        return this;
    }

    private void Add(FieldNode field)
    {
        if (!_byName.TryGetValue(field.ResponseName, out var fields))
        {
            _byName.Add(field.ResponseName, fields = []);
            Fields.Add(fields);
        }

        fields.Add(field);
    }

    private void CollectWhereApplies(ObjectType type, NamedTypeNode? condition, SelectionSetNode set)
    {
        if (condition is null || schema.IsPossibleType(condition.Name, type))
        {
            Collect(type, set);
        }
    }
}
