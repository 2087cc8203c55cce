using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>What an operation costs, or why that cannot be said.</summary>
internal sealed record CostResult(OperationCost Cost, IError? Error);

/// <summary>The cost of plans, which is worked out once for each whose cost is the same whatever the variables.</summary>
internal static class CostAnalyzer
{
    public static CostResult Analyze(OperationPlan plan, IReadOnlyDictionary<string, VariableValue> variables)
    {
        if (plan.KnownCost is { } known)
        {
            return known;
        }

        var calculator = new CostCalculator(plan.Schema, variables);
        var result = new CostResult(calculator.Calculate(plan), calculator.Error);
        if (!calculator.DependsOnVariables)
        {
            plan.KnownCost = result;
        }

        return result;
    }
}
