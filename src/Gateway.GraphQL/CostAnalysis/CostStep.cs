using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>Rejects operations that cost too much, and reports the cost if the request asks for it.</summary>
internal sealed class CostStep : RequestStep
{
    public CostOptions Options { get; } = new();

    /// <summary>Requests that report their cost are rare, so they are not cached.</summary>
    public override bool IsReusable(OperationRequest request) => request.CostMode == CostMode.Enforce;

    public override ExecutionResult? Check(
        OperationRequest request,
        OperationPlan plan,
        IReadOnlyDictionary<string, InputValue> variables,
        ref Dictionary<string, object?>? extensions)
    {
        var cost = CostOf(plan, variables);
        var mode = request.CostMode;
        if (mode != CostMode.Enforce)
        {
            (extensions ??= [])["operationCost"] = cost.ToExtension();
        }

        var error = mode != CostMode.Validate && Options.EnforceCostLimits ? cost.Exceeds(Options) : null;
        return error is not null ? PooledResult.RequestError([error], extensions: extensions)
            : mode == CostMode.Validate ? PooledResult.ExtensionsOnly(extensions!)
            : null;
    }

    /// <summary>Most plans cost the same with any variables, and are calculated once.</summary>
    private OperationCost CostOf(OperationPlan plan, IReadOnlyDictionary<string, InputValue> variables)
    {
        if (plan.Cost is OperationCost known)
        {
            return known;
        }

        var calculator = new CostCalculator(plan.Schema, Options.DefaultListSize, variables);
        var cost = calculator.Calculate(plan);
        if (!calculator.DependsOnVariables)
        {
            plan.Cost = cost;
        }

        return cost;
    }
}
