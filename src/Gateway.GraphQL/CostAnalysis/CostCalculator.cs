using System.Globalization;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>
/// Calculates the cost of a plan: the weights of its fields, their arguments and their types. What is selected below a list counts once
/// for each item of the list's assumed size, and each alias counts by itself. Of several possible types of a value, the most expensive
/// counts. The rules follow IBM's cost directive specification (https://ibm.github.io/graphql-specs/cost-spec.html).
/// </summary>
internal sealed class CostCalculator(Schema schema, int defaultListSize)
{
    // Possible types multiply with each level. A plan that takes more steps is treated as beyond all limits.
    private const int MaxSteps = 10_000;

    private int _steps;

    public OperationCost Calculate(OperationPlan plan)
    {
        var cost = new OperationCost(0, CostWeights.Of(plan.Root.Type)) + Sum(plan.Root);
        return _steps > MaxSteps ? OperationCost.Infinite : cost;
    }

    private OperationCost Sum(SelectionSet set, Selection? above = null)
    {
        var sum = default(OperationCost);
        foreach (var selection in set.Selections)
        {
            if (++_steps > MaxSteps)
            {
                return sum;
            }

            sum += new OperationCost(CostWeights.Of(selection.Field) + WeightOfArguments(selection), 0)
                + (Below(selection) * SizeOf(selection.Field, above));
        }

        return sum;
    }

    private OperationCost Below(Selection selection)
    {
        var type = selection.Field.Type.Named;
        if (!type.IsComposite)
        {
            return new OperationCost(0, CostWeights.Of(type));
        }

        var dearest = default(OperationCost);
        foreach (var possible in schema.PossibleTypes(type))
        {
            var below = new OperationCost(0, CostWeights.Of(possible)) + Sum(selection.SelectionSetFor(possible), selection);
            dearest = OperationCost.Max(dearest, below);
        }

        return dearest;
    }

    /// <param name="field">The field.</param>
    /// <param name="above">The field above, which may decide about the size.</param>
    private double SizeOf(OutputField field, Selection? above) => field.Type.Nullable is not ListType ? 1
        : above?.Field.Slicing is { } slicing && slicing.SizedFields.Contains(field.Name) ? SizeOf(above, slicing)
        : field.ListSize ?? defaultListSize;

    // A plan is for any variables, so one counts as the most.
    private static double SizeOf(Selection selection, Slicing slicing)
    {
        var given = slicing.Arguments.Select(name => selection.Node.Arguments.Find(name)).OfType<ValueNode>().FirstOrDefault();
        var most = selection.Field.ListSize ?? int.MaxValue;
        return given is null or NullValueNode ? slicing.Default
            : given is IntValueNode number && int.TryParse(number.Value, CultureInfo.InvariantCulture, out var size) ? Math.Min(size, most)
            : most;
    }

    private static double WeightOfArguments(Selection selection) => selection.Node.Arguments.Sum(
        argument => selection.Field.Arguments.Find(argument.Name) is { } field ? WeightOf(field, argument.Value) : 0);

    // Of an input object that is written in the document, the fields count too.
    private static double WeightOf(InputField field, ValueNode value) => (field.Cost ?? 0) + WeightBelow(field.Type.Named, value);

    private static double WeightBelow(NamedType type, ValueNode value) => (type, value) switch
    {
        (_, ListValueNode list) => list.Items.Sum(item => WeightBelow(type, item)),
        (InputObjectType input, ObjectValueNode node) =>
            node.Fields.Sum(given => input.TryGetField(given.Name, out var field) ? WeightOf(field, given.Value) : 0),
        _ => 0,
    };
}
