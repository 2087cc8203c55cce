using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>
/// The cost of a plan, which has no fragments and conditions left: a field's weight and its arguments', then as often as its list is
/// long the cost of what is below. Where a value may be of several types, the dearest counts.
/// </summary>
internal sealed class CostCalculator(Schema schema, IReadOnlyDictionary<string, InputValue> variables)
{
    // Many possible types at many levels would multiply; what takes longer than this to add up is beyond all limits.
    private const int MaxSteps = 10_000;

    private int _steps;

    /// <summary>A slicing argument that is missing, or one too many.</summary>
    public IError? Error { get; private set; }

    /// <summary>Whether the cost would be another with other variables.</summary>
    public bool DependsOnVariables { get; private set; }

    public OperationCost Calculate(OperationPlan plan)
    {
        var cost = new OperationCost(0, CostWeights.Of(plan.Root.Type)) + Sum(plan.Root, sized: null, size: 1);
        return _steps > MaxSteps ? OperationCost.Infinite : cost;
    }

    private OperationCost Sum(SelectionSet set, ListSize? sized, double size)
    {
        var sum = default(OperationCost);
        foreach (var selection in set.Selections)
        {
            if (++_steps > MaxSteps)
            {
                return sum;
            }

            var isSized = sized is not null && sized.SizedFields.Contains(selection.Field.Name, StringComparer.Ordinal);
            sum += Of(selection, isSized ? size : null);
        }

        return sum;
    }

    private OperationCost Of(Selection selection, double? sizeFromAbove)
    {
        var field = selection.Field;
        var own = new OperationCost(CostWeights.Of(field) + WeightOfArguments(selection), 0);
        var list = field.ListSize;
        var size = list is null ? 1 : SizeOf(list, selection);
        var times = sizeFromAbove ?? (list is { SizedFields.Count: > 0 } || field.Type.Nullable is not ListType ? 1 : size);
        var below = field.Type.Named.IsComposite ? OfTypes(selection, list, size) : new OperationCost(0, CostWeights.Of(field.Type.Named));
        return own + (below * times);
    }

    private OperationCost OfTypes(Selection selection, ListSize? list, double size)
    {
        var dearest = default(OperationCost);
        foreach (var type in schema.PossibleTypes(selection.Field.Type.Named))
        {
            var cost = new OperationCost(0, CostWeights.Of(type)) + Sum(selection.SelectionSetFor(type), list, size);
            dearest = OperationCost.Max(dearest, cost);
        }

        return dearest;
    }

    private static double WeightOfArguments(Selection selection)
    {
        var weight = 0.0;
        foreach (var argument in selection.Node.Arguments)
        {
            weight += selection.Field.Arguments.Find(argument.Name)?.Cost ?? 0;
        }

        return weight;
    }

    private double SizeOf(ListSize list, Selection selection)
    {
        int? size = null;
        var given = 0;
        foreach (var name in list.SlicingArguments)
        {
            if (ValueOf(name, selection) is { } value)
            {
                given++;
                size = Math.Max(size ?? 0, value);
            }
        }

        if (list.RequireOneSlicingArgument && given != 1)
        {
            Error ??= new Error("Exactly one slicing argument must be defined.") { Code = "HC0082", Locations = [selection.Node.Location] };
        }

        return size ?? list.AssumedSize ?? 1;
    }

    private int? ValueOf(string argument, Selection selection)
    {
        var given = selection.Node.Arguments.Find(argument);
        DependsOnVariables |= given is VariableNode;
        return (LiteralValues.Replace(given, variables) ?? selection.Field.Arguments.Find(argument)?.DefaultValue) switch
        {
            IntValueNode number when int.TryParse(number.Value, out var value) => Math.Max(value, 0),
            FloatValueNode number when int.TryParse(number.Value, out var value) => Math.Max(value, 0),
            _ => null,
        };
    }
}
