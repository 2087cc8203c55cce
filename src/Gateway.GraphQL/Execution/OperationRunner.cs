using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Executes operations whose document, variables and cost have been checked (GraphQL September 2025, §6.2,
/// https://spec.graphql.org/September2025/#sec-Executing-Operations).
/// </summary>
internal sealed partial class OperationRunner(ExecutorOptions options)
{
    /// <exception cref="OperationCanceledException"><paramref name="requestAborted"/> cancelled the request.</exception>
    public async ValueTask<ExecutionResult> RunAsync(
        PreparedOperation operation, IServiceProvider? services, object? state, long bytesBefore, CancellationToken requestAborted)
    {
        var maxBytes = options.Request.MaxAllowedResponseBytes;
        if (bytesBefore >= maxBytes)
        {
            return PooledResult.RequestError([TooLarge]);
        }

        using var lifetime = new OperationLifetime(options.Request.ExecutionTimeout, requestAborted);
        var output = new JsonOutput(new ResponseBounds
        {
            MaxBytes = maxBytes - (int)bytesBefore,
            Granted = (int)Math.Max(0, IResponseMemory.Threshold - bytesBefore),
            Memory = options.ResponseMemory,
            State = state,
        });
        try
        {
            var context = new OperationContext(operation, services, state, output, options.Request, lifetime.Ended);
            if (Refusal(context) is { } refusal)
            {
                output.Dispose();
                return PooledResult.RequestError([refusal], extensions: operation.Extensions);
            }

            output.WriteRaw("{\"data\":"u8);
            var start = output.Position;
            if (!await RunRootAsync(context, lifetime).ConfigureAwait(false))
            {
                output.Rewind(start);
                output.WriteNull();
            }

            if (Extensions(operation, state) is { } extensions)
            {
                PooledResult.WriteExtensions(extensions, output);
            }

            output.WriteRaw((byte)'}');
            return PooledResult.Executed(output, context.Errors);
        }
        catch (OperationCanceledException) when (lifetime.IsOver)
        {
            output.Dispose();
            var bound = options.Request.ExecutionTimeout.TotalSeconds;
            return PooledResult.RequestError(
                [new Error($"The request took longer than {bound:0.###} s.") { Code = ErrorCodes.Timeout }],
                ExecutionOutcome.TimedOut);
        }
        catch (ResponseLimitException full) when (full.Refusal is { } refusal)
        {
            output.Dispose();
            return PooledResult.RequestError([refusal], ExecutionOutcome.Overloaded);
        }
        catch
        {
            output.Dispose();
            throw;
        }
    }

    private IReadOnlyDictionary<string, object?>? Extensions(PreparedOperation operation, object? state)
    {
        Dictionary<string, object?>? added = null;
        for (var index = 0; index < options.Extensions.Count; index++)
        {
            if (options.Extensions[index].ValueFor(state) is { } value)
            {
                (added ??= operation.Extensions?.ToDictionary() ?? [])[options.Extensions[index].Name] = value;
            }
        }

        return added ?? operation.Extensions;
    }

    private IError? Refusal(OperationContext context)
    {
        var plan = context.Operation.Plan;
        if (context.Operation.IsAccepted || plan.IsAccepted)
        {
            return null;
        }

        var outline = new OperationOutline(context);
        var acceptsAnyVariables = true;
        for (var index = 0; index < options.Guards.Count; index++)
        {
            if (options.Guards[index].AcceptsAnyVariables(outline))
            {
                continue;
            }

            acceptsAnyVariables = false;
            if (options.Guards[index].Check(outline) is { } error)
            {
                return error;
            }
        }

        context.Operation.IsAccepted = true;
        plan.IsAccepted = acceptsAnyVariables;
        return null;
    }

    /// <summary>
    /// Executes a query (§6.2.1): resolves the asynchronous fields in parallel, and then writes everything. The root fields of a mutation
    /// (§6.2.2) run one after the other, each with all fields below it.
    /// </summary>
    private async ValueTask<bool> RunRootAsync(OperationContext context, OperationLifetime lifetime)
    {
        var set = context.Operation.Plan.Root;
        var root = context.Schema.RootValue(set.Type, context.Services);
        ResolvedField?[]? ahead = null;
        if (context.Operation.Kind == OperationType.Query)
        {
            var resolving = AsyncResolver.ResolveAsync(set, root, context);
            if (!resolving.IsCompleted)
            {
                lifetime.Watch();
            }

            context.ReleaseLoaders();
            ahead = await resolving.ConfigureAwait(false);
        }
        else
        {
            lifetime.Watch();
            context.ReleaseLoaders();
        }

        if (set.Selections.Length == 0)
        {
            return set.WriteObject(root, context);
        }

        var isFull = false;
        for (var index = 0; index < set.Selections.Length; index++)
        {
            var selection = set.Selections[index];
            var resolved = ahead is not null ? ahead[index]
                : selection.RunsAhead && !isFull ? await AsyncResolver.ResolveRootFieldAsync(selection, root, context).ConfigureAwait(false)
                : null;
            if (!TryWriteField(set, root, index, resolved, context, ref isFull))
            {
                return false;
            }
        }

        context.Output.WriteRaw((byte)'}');
        return true;
    }
}
