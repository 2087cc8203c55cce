using System.Text.Json;
using Gateway.GraphQL.CostAnalysis;
using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Execution.Input;
using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Persisted;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Runs requests against a schema (§6): parse, validate and compile a document once, then coerce variables and run the plan. What a request
/// may do is checked in the order of what the checks cost, and all of it before the first resolver runs.
/// </summary>
public sealed class RequestExecutor(Schema schema, ExecutorOptions options)
{
    private static readonly JsonDocumentOptions s_variablesOptions = new() { AllowDuplicateProperties = false, MaxDepth = 64 };
    private readonly DocumentSource _documents = new(schema, options);

    public Schema Schema => schema;

    public ExecutorOptions Options => options;

    /// <exception cref="OperationCanceledException">The request was given up by <paramref name="requestAborted"/>.</exception>
    public async ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken requestAborted)
    {
        // 1. The document: stored, from the cache, or parsed and validated.
        var document = _documents.Find(request, out var errors, out var isRemembered);
        if (document is null)
        {
            return PooledResult.Refused(errors);
        }

        // 2. The operation.
        var operation = document.Find(request.OperationName, out var error);
        if (operation is null)
        {
            return PooledResult.Refused([error!]);
        }

        if (request.QueriesOnly && operation.Node.Operation != OperationType.Query)
        {
            return PooledResult.Refused([new Error("Only queries can be run by GET; use POST.")], ExecutionOutcome.OperationNotAllowed);
        }

        if (operation.Node.Operation == OperationType.Subscription)
        {
            return PooledResult.Refused([new Error("Subscriptions need a transport that carries a stream of responses; there is none here.")]);
        }

        // 3. The variables. Their JSON stays open for as long as arguments are read from it.
        if (!TryParse(request.Variables, out var json, out error))
        {
            return PooledResult.Refused([error!]);
        }

        using (json)
        {
            error = VariableValues.TryCoerce(operation.Variables, json?.RootElement ?? default, out var variables);
            if (error is not null)
            {
                return PooledResult.Refused([error]);
            }

            // 4. The price.
            var plan = operation.PlanFor(variables);
            var extensions = isRemembered ? Remembered(request.DocumentHash!) : null;
            return Price(plan, variables, request.CostMode, ref extensions)
                ?? await RunAsync(plan, operation.Node.Operation, request, variables, extensions, requestAborted).ConfigureAwait(false);
        }
    }

    private static Dictionary<string, object?> Remembered(string hash) => new()
    {
        ["persistedQuery"] = new Dictionary<string, object?> { ["sha256Hash"] = hash, ["persisted"] = true },
    };

    /// <summary>Null where the operation may run.</summary>
    private PooledResult? Price(
        OperationPlan plan, IReadOnlyDictionary<string, VariableValue> variables, CostMode mode, ref Dictionary<string, object?>? extensions)
    {
        var (cost, error) = CostAnalyzer.Analyze(plan, variables);
        if (mode != CostMode.Enforce)
        {
            (extensions ??= [])["operationCost"] = cost.ToExtension();
        }

        error ??= mode != CostMode.Validate && options.Cost.EnforceCostLimits ? cost.Exceeds(options.Cost) : null;
        return error is not null ? PooledResult.Refused([error], extensions: extensions)
            : mode == CostMode.Validate ? PooledResult.Told(extensions!)
            : null;
    }

    private static bool TryParse(ReadOnlyMemory<byte> variables, out JsonDocument? json, out IError? error)
    {
        (json, error) = (null, null);
        if (variables.IsEmpty)
        {
            return true;
        }

        try
        {
            json = JsonDocument.Parse(variables, s_variablesOptions);
            return true;
        }
        catch (JsonException exception)
        {
            error = new Error($"The variables can't be read: {exception.Message}") { Code = "HC0012" };
            return false;
        }
    }

    private async ValueTask<ExecutionResult> RunAsync(
        OperationPlan plan,
        OperationType kind,
        OperationRequest request,
        IReadOnlyDictionary<string, VariableValue> variables,
        IReadOnlyDictionary<string, object?>? extensions,
        CancellationToken requestAborted)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(requestAborted);
        timeout.CancelAfter(options.Request.ExecutionTimeout);
        var output = new JsonOutput();
        try
        {
            var context = new OperationContext(plan, request, variables, output, options.Request, timeout.Token);
            if (Refusal(plan, context) is { } refusal)
            {
                output.Dispose();
                return PooledResult.Refused([refusal], extensions: extensions);
            }

            output.WriteRaw("{\"data\":"u8);
            var start = output.Position;
            if (!await (kind == OperationType.Query ? RunQueryAsync(plan, context) : RunMutationAsync(plan, context)).ConfigureAwait(false))
            {
                output.Rewind(start);
                output.WriteNull();
            }

            if (extensions is not null)
            {
                PooledResult.WriteExtensions(extensions, output);
            }

            output.WriteRaw((byte)'}');
            return PooledResult.Executed(output, context.Errors);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !requestAborted.IsCancellationRequested)
        {
            output.Dispose();
            return PooledResult.Refused(
                [new Error($"The request took longer than {options.Request.ExecutionTimeout.TotalSeconds:0.###} s.") { Code = "HC0045" }]);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    private IError? Refusal(OperationPlan plan, OperationContext context)
    {
        for (var index = 0; index < options.Guards.Count; index++)
        {
            if (options.Guards[index].Check(new OperationOutline(context, plan.Root.Selections)) is { } error)
            {
                return error;
            }
        }

        return null;
    }

    /// <summary>§6.2.1: what has to be waited for side by side, then everything in writing.</summary>
    private static async ValueTask<bool> RunQueryAsync(OperationPlan plan, OperationContext context)
    {
        var root = context.Schema.RootValue(plan.Root.Type, context.Request.Services);
        context.OfferResolved(await AsyncResolver.ResolveAsync(plan.Root, root, context).ConfigureAwait(false));
        return plan.Root.WriteObject(root, context);
    }

    /// <summary>§6.2.2: one field after the other, each with all that is below it.</summary>
    private static async ValueTask<bool> RunMutationAsync(OperationPlan plan, OperationContext context)
    {
        var root = context.Schema.RootValue(plan.Root.Type, context.Request.Services);
        if (plan.Root.Selections.Length == 0)
        {
            return plan.Root.WriteObject(root, context);
        }

        for (var index = 0; index < plan.Root.Selections.Length; index++)
        {
            var selection = plan.Root.Selections[index];
            var resolved = selection.RunsAhead
                ? await AsyncResolver.ResolveFieldAsync(selection, root, context).ConfigureAwait(false)
                : null;
            if (!plan.Root.WriteObjectField(root, index, resolved, context))
            {
                return false;
            }
        }

        context.Output.WriteRaw((byte)'}');
        return true;
    }
}
