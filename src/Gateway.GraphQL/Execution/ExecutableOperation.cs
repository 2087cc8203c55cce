using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution;

/// <summary>A valid operation with the plans that were compiled so far.</summary>
internal sealed class ExecutableOperation(
    Schema schema,
    OperationDefinitionNode node,
    IReadOnlyDictionary<string, FragmentDefinitionNode> fragments,
    ImmutableArray<string> conditionVariables,
    DocumentSize size)
{
    // Plans differ only in the values of the variables in @skip and @include. Further plans, and plans with null for such a variable, are
    // compiled for each request.
    private const int MaxPlans = 8;
    private const int MaxConditions = 64;

    private readonly ConcurrentDictionary<ulong, OperationPlan> _plans = [];
    private IReadOnlyList<VariableDefinition>? _variables;
    private VariableValueCount? _valueCount;

    public OperationDefinitionNode Node => node;

    public ObjectType? RootType { get; } = schema.RootType(node.Operation);

    public IReadOnlyList<VariableDefinition> Variables => _variables ??= [.. node.VariableDefinitions.Select(Define)];

    public VariableValueCount ValueCount => _valueCount ??= new VariableValueCount(node, fragments.Values);

    /// <summary>Gets or compiles the plan for these variables.</summary>
    public OperationPlan PlanFor(IReadOnlyDictionary<string, InputValue> variables)
    {
        var key = 0UL;
        var isKept = conditionVariables.Length <= MaxConditions;
        for (var index = 0; index < conditionVariables.Length; index++)
        {
            if (variables.TryGetValue(conditionVariables[index], out var value))
            {
                isKept &= !value.IsNull;
                key |= IsTrue(value) ? 1UL << (index % MaxConditions) : 0;
            }
        }

        if (!isKept)
        {
            return Compile(variables, null);
        }

        if (!_plans.TryGetValue(key, out var plan))
        {
            isKept = _plans.Count < MaxPlans;
            plan = Compile(variables, isKept ? size : null);
            if (isKept)
            {
                _plans.TryAdd(key, plan);
            }
        }

        return plan;
    }

    private static bool IsTrue(InputValue value) =>
        value.Literal is null ? value.Json.ValueKind == JsonValueKind.True : value.Literal is BooleanValueNode { Value: true };

    private OperationPlan Compile(IReadOnlyDictionary<string, InputValue> variables, DocumentSize? keptSize)
    {
        var conditions = new Dictionary<string, bool?>(conditionVariables.Length, StringComparer.Ordinal);
        foreach (var name in conditionVariables)
        {
            conditions[name] = variables.TryGetValue(name, out var value) ? value.IsNull ? null : IsTrue(value) : false;
        }

        return new OperationPlan(schema, RootType!, node, fragments, conditions, keptSize);
    }

    private VariableDefinition Define(VariableDefinitionNode variable)
    {
        var type = schema.Resolve(variable.Type) ?? throw new InvalidOperationException("The document was not validated.");
        return new VariableDefinition(
            variable.Variable.Name, InputBinding.Of(type), type.IsNonNull, variable.DefaultValue, variable.Location);
    }
}
