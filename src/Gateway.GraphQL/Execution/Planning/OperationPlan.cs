using System.Collections.Immutable;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution.Planning;

/// <summary>
/// An operation, compiled for certain values of the variables in its <c>@skip</c> and <c>@include</c>. A plan has no fragments and no
/// conditions.
/// </summary>
internal sealed class OperationPlan
{
    private readonly IReadOnlyDictionary<string, FragmentDefinitionNode> _fragments;
    private readonly IReadOnlyDictionary<string, bool?> _conditions;
    private readonly DocumentSize? _size;

    public OperationPlan(
        Schema schema,
        ObjectType rootType,
        OperationDefinitionNode operation,
        IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
        IReadOnlyDictionary<string, bool?> conditions,
        DocumentSize? size)
    {
        _fragments = fragments;
        _conditions = conditions;
        _size = size;
        Schema = schema;
        Operation = operation;
        Root = Compile(rootType, new FieldCollector(schema, fragments, conditions).Collect(rootType, operation.SelectionSet));
    }

    public Schema Schema { get; }

    public OperationDefinitionNode Operation { get; }

    public SelectionSet Root { get; }

    /// <summary>What the plan costs with any variables, once that is known. The cost analysis keeps it here.</summary>
    public object? Cost { get; set; }

    /// <summary>Whether the guards have accepted the plan with any variables.</summary>
    public bool IsAccepted { get; set; }

    /// <summary>
    /// Compiles the selections below merged fields, for objects of one type (CollectSubfields, GraphQL September 2025, §6.3.2,
    /// https://spec.graphql.org/September2025/#sec-Field-Collection).
    /// </summary>
    public SelectionSet Compile(ObjectType type, ImmutableArray<FieldNode> fields)
    {
        var collector = new FieldCollector(Schema, _fragments, _conditions);
        foreach (var field in fields)
        {
            if (field.SelectionSet is { } below)
            {
                collector.Collect(type, below);
            }
        }

        return Compile(type, collector);
    }

    /// <summary>The coerced arguments; null if they contain a variable.</summary>
    public object?[]? ConstantArguments(OutputField field, FieldNode node)
    {
        object?[]? values = null;

        // Validation has rejected invalid arguments, except a missing required argument of a field that is never executed.
        return !node.Arguments.Any(static argument => HasVariable(argument.Value))
            && ArgumentValues.TryCoerce(field.Arguments, node.Arguments, new InputCoercion(variables: null), out values)
                ? values
                : null;
    }

    /// <summary>
    /// Whether an argument of a field below these has a variable. Fields count even if a condition leaves them out. Variables of conditions
    /// don't, because a plan is compiled for their values.
    /// </summary>
    public bool HasVariablesBelow(ImmutableArray<FieldNode> fields)
    {
        // A stack of its own, because a long chain of fragments would overflow the thread's stack.
        var open = new Stack<SelectionSetNode>(fields.Select(static field => field.SelectionSet).OfType<SelectionSetNode>());
        var spread = new HashSet<string>(StringComparer.Ordinal);
        while (open.TryPop(out var set))
        {
            foreach (var selection in set.Selections)
            {
                if (selection is FieldNode { Arguments: var arguments } && arguments.Any(static argument => HasVariable(argument.Value)))
                {
                    return true;
                }

                var below = selection switch
                {
                    FieldNode field => field.SelectionSet,
                    InlineFragmentNode inline => inline.SelectionSet,
                    FragmentSpreadNode { Name: var name } when spread.Add(name) => _fragments[name].SelectionSet,
                    _ => null,
                };
                if (below is not null)
                {
                    open.Push(below);
                }
            }
        }

        return false;
    }

    private static bool HasVariable(ValueNode value) => value switch
    {
        VariableNode => true,
        ListValueNode list => list.Items.Any(HasVariable),
        ObjectValueNode node => node.Fields.Any(static field => HasVariable(field.Value)),
        _ => false,
    };

    private SelectionSet Compile(ObjectType type, FieldCollector collector)
    {
        if (collector.Fault is { } fault)
        {
            return IObjectBinding.Of(type).CreateSelectionSet(type, [], fault);
        }

        _size?.AddSelections(collector.Fields.Count);
        var selections = new Selection[collector.Fields.Count];
        var index = 0;
        foreach (var nodes in collector.Fields)
        {
            selections[index] = new Selection(this, type, Schema.FieldOf(type, nodes[0].Name), [.. nodes], index);
            index++;
        }

        return IObjectBinding.Of(type).CreateSelectionSet(type, selections, fault: null);
    }
}
