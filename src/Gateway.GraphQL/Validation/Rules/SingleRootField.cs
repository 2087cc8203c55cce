using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// A subscription must have exactly one root field (GraphQL September 2025, §5.2.4.1,
/// https://spec.graphql.org/September2025/#sec-Single-Root-Field). The field must not be an introspection field, and must not depend on
/// <c>@skip</c> or <c>@include</c>.
/// </summary>
internal sealed class SingleRootField() : ValidationRule("Single-Root-Field"), IRule<OperationFacts>
{
    public void Check(OperationFacts operation, ValidationContext context)
    {
        if (operation.Node.Operation == OperationType.Subscription)
        {
            new Collector(this, operation, context).Collect();
        }
    }

    /// <summary>CollectSubscriptionFields.</summary>
    private sealed class Collector(ValidationRule rule, OperationFacts operation, ValidationContext context)
    {
        private readonly HashSet<FragmentFacts> _visited = [];
        private readonly Stack<SelectionSetNode> _pending = [];
        private FieldNode? _first;

        public void Collect()
        {
            _pending.Push(operation.Node.SelectionSet);
            while (!context.IsFinished && _pending.TryPop(out var set))
            {
                foreach (var selection in set.Selections)
                {
                    CheckDirectives(selection);
                    Add(selection);
                }
            }
        }

        private void Add(SelectionNode selection)
        {
            if (selection is FieldNode field)
            {
                Add(field);
            }
            else if (selection is InlineFragmentNode inline && Applies(inline.TypeCondition))
            {
                _pending.Push(inline.SelectionSet);
            }
            else if (selection is FragmentSpreadNode spread
                && context.Document.Find(spread.Name) is { } fragment
                && _visited.Add(fragment)
                && Applies(fragment.Node.TypeCondition))
            {
                _pending.Push(fragment.Node.SelectionSet);
            }
        }

        private void Add(FieldNode field)
        {
            if (field.Name.StartsWith("__", StringComparison.Ordinal))
            {
                context.Report(rule, $"A subscription can't select `{field.Name}`: introspection has no events.", field.Location);
            }

            _first ??= field;
            if (field.ResponseName != _first.ResponseName)
            {
                context.Report(
                    rule,
                    $"A subscription selects one field, but {operation.Title} selects `{_first.ResponseName}` and `{field.ResponseName}`.",
                    field.Location);
            }
        }

        private void CheckDirectives(SelectionNode selection)
        {
            foreach (var directive in selection.Directives)
            {
                if (directive.Name is "skip" or "include")
                {
                    context.Report(rule, $"`@{directive.Name}` can't decide what a subscription selects at its root.", directive.Location);
                }
            }
        }

        // If a type is unknown, the fragment counts. Another rule reports the type.
        private bool Applies(NamedTypeNode? condition) =>
            condition is null
                || context.Schema.RootType(OperationType.Subscription) is not { } root
                || !context.Schema.TryGetType(condition.Name, out var type)
                || context.Schema.PossibleTypes(type).Contains(root);
    }
}
