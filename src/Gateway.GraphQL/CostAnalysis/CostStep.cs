using System.Runtime.CompilerServices;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.CostAnalysis;

/// <summary>Refuses operations that cost too much, and says what they cost where a request asks for it.</summary>
internal sealed class CostStep : RequestStep
{
    private readonly ConditionalWeakTable<OperationPlan, CostResult> _known = [];

    public CostOptions Options { get; } = new();

    /// <summary>One whose answer says the cost is rare.</summary>
    public override bool MayKeep(OperationRequest request) => request.CostMode == CostMode.Enforce;

    public override ExecutionResult? Check(
        OperationRequest request,
        OperationPlan plan,
        IReadOnlyDictionary<string, InputValue> variables,
        ref Dictionary<string, object?>? extensions)
    {
        var (cost, error) = Analyze(plan, variables);
        var mode = request.CostMode;
        if (mode != CostMode.Enforce)
        {
            (extensions ??= [])["operationCost"] = cost.ToExtension();
        }

        error ??= mode != CostMode.Validate && Options.EnforceCostLimits ? cost.Exceeds(Options) : null;
        return error is not null ? PooledResult.Refused([error], extensions: extensions)
            : mode == CostMode.Validate ? PooledResult.Told(extensions!)
            : null;
    }

    /// <summary>Worked out once for each plan whose cost is the same whatever the variables.</summary>
    private CostResult Analyze(OperationPlan plan, IReadOnlyDictionary<string, InputValue> variables)
    {
        if (_known.TryGetValue(plan, out var known))
        {
            return known;
        }

        var calculator = new CostCalculator(plan.Schema, variables);
        var result = new CostResult(calculator.Calculate(plan), calculator.Error);
        if (!calculator.DependsOnVariables)
        {
            _known.TryAdd(plan, result);
        }

        return result;
    }

    /// <summary>What an operation costs, or why that cannot be said.</summary>
    private sealed record CostResult(OperationCost Cost, IError? Error);
}
