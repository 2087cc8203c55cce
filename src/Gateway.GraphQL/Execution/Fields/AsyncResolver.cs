using System.Collections;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>
/// Resolves asynchronous fields before anything is written, in parallel and level by level. The result has the shape of the response: a
/// <c>ResolvedField?[]</c> by selection for an object, an <c>object?[]</c> by item for a list. Synchronous fields are resolved while they
/// are written.
/// </summary>
internal static class AsyncResolver
{
    public static async ValueTask<ResolvedField?[]> ResolveAsync(SelectionSet set, object? parent, OperationContext context)
    {
        var resolved = new ResolvedField?[set.Selections.Length];
        List<Task>? waiting = null;
        for (var index = 0; index < resolved.Length; index++)
        {
            if (!set.Selections[index].RunsAhead)
            {
                continue;
            }

            var field = ResolveFieldAsync(set.Selections[index], parent, context);
            if (field.IsCompleted)
            {
                resolved[index] = await field.ConfigureAwait(false);
                continue;
            }

            (waiting ??= []).Add(StoreAsync(field, resolved, index));
        }

        if (waiting is not null)
        {
            await Task.WhenAll(waiting).ConfigureAwait(false);
        }

        return resolved;
    }

    /// <summary>Resolves a field and all asynchronous fields below it.</summary>
    public static async ValueTask<ResolvedField> ResolveFieldAsync(Selection selection, object? parent, OperationContext context)
    {
        var field = selection.Executor.IsAsync && ExecutionDiagnostics.IsTracing
            ? await ObserveAsync(selection, parent, context).ConfigureAwait(false)
            : await selection.Executor.ResolveAsync(parent, selection, context).ConfigureAwait(false);
        if (field.Value is not null && selection.Descends)
        {
            context.HoldLoaders();
            var below = DescendAsync(field.Value, selection.Field.Type.Nullable, selection, context);
            context.ReleaseLoaders();
            field.Below = await below.ConfigureAwait(false);
        }

        return field;
    }

    /// <summary>Resolves a field within a span.</summary>
    private static async ValueTask<ResolvedField> ObserveAsync(Selection selection, object? parent, OperationContext context)
    {
        using var span = ExecutionDiagnostics.StartField(selection.ParentType.Name, selection.Field.Name, selection.ResponseName);
        var field = await selection.Executor.ResolveAsync(parent, selection, context).ConfigureAwait(false);
        if (field.Exception is { } exception)
        {
            ExecutionDiagnostics.Fail(span, (exception as GraphQLException)?.Errors[0].Code ?? exception.GetType().Name);
        }
        else if (field.Errors.Count > 0)
        {
            ExecutionDiagnostics.Fail(span, ExecutionDiagnostics.CodeOf(field.Errors[0]));
        }

        return field;
    }

    /// <summary>Does the same for a root field of a mutation, whose data loaders wait for no other field.</summary>
    public static ValueTask<ResolvedField> ResolveRootFieldAsync(Selection selection, object? root, OperationContext context)
    {
        context.HoldLoaders();
        var field = ResolveFieldAsync(selection, root, context);
        context.ReleaseLoaders();
        return field;
    }

    private static async Task StoreAsync(ValueTask<ResolvedField> field, ResolvedField?[] resolved, int index) =>
        resolved[index] = await field.ConfigureAwait(false);

    private static async ValueTask<object?> DescendAsync(object? value, GraphQLType type, Selection selection, OperationContext context)
    {
        if (value is null)
        {
            return null;
        }

        if (type is ListType list)
        {
            var below = new List<Task<object?>>();
            foreach (var item in (IEnumerable)value)
            {
                below.Add(DescendAsync(item, list.OfType.Nullable, selection, context).AsTask());
            }

            return await Task.WhenAll(below).ConfigureAwait(false);
        }

        return context.Schema.ObjectTypeOf(value, type.Named) is { } objectType
            ? await ResolveAsync(selection.SelectionSetFor(objectType), value, context).ConfigureAwait(false)
            : null;
    }
}
