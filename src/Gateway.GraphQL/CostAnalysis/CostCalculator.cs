using Gateway.GraphQL.Execution.Planning;
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

    private OperationCost Sum(SelectionSet set)
    {
        var sum = default(OperationCost);
        foreach (var selection in set.Selections)
        {
            if (++_steps > MaxSteps)
            {
                return sum;
            }

            sum += new OperationCost(CostWeights.Of(selection.Field) + WeightOfArguments(selection), 0)
                + (Below(selection) * SizeOf(selection.Field));
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
            dearest = OperationCost.Max(dearest, new OperationCost(0, CostWeights.Of(possible)) + Sum(selection.SelectionSetFor(possible)));
        }

        return dearest;
    }

    private double SizeOf(OutputField field) => field.Type.Nullable is ListType ? field.ListSize ?? defaultListSize : 1;

    private static double WeightOfArguments(Selection selection) =>
        selection.Node.Arguments.Sum(argument => selection.Field.Arguments.Find(argument.Name)?.Cost ?? 0);
}
