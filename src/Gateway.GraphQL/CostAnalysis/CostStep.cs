using System.Runtime.CompilerServices;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>Rejects operations that cost too much, and reports the cost if the request asks for it.</summary>
internal sealed class CostStep : RequestStep
{
    private readonly ConditionalWeakTable<OperationPlan, StrongBox<OperationCost>> _known = [];

    public CostOptions Options { get; } = new();

    /// <summary>Requests that report their cost are rare, so they are not cached.</summary>
    public override bool IsReusable(OperationRequest request) => request.CostMode == CostMode.Enforce;

    public override ExecutionResult? Check(OperationRequest request, OperationPlan plan, ref Dictionary<string, object?>? extensions)
    {
        var cost = _known.GetValue(plan, Calculate).Value;
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

    private StrongBox<OperationCost> Calculate(OperationPlan plan) =>
        new(new CostCalculator(plan.Schema, Options.DefaultListSize).Calculate(plan));
}
