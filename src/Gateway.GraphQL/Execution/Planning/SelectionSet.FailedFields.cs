using Gateway.GraphQL.Execution.Fields;

namespace Gateway.GraphQL.Execution.Planning;

/// <content>
/// What a failed field leaves: null and an error, or a null of what is around it if it is non-null itself (GraphQL September 2025, §6.4.4,
/// https://spec.graphql.org/September2025/#sec-Handling-Execution-Errors). The other fields are unaffected.
/// </content>
internal abstract partial class SelectionSet
{
    /// <summary>Writes an error instead of a field's value. False if a null has to propagate.</summary>
    public bool RefuseField(int index, IError error, OperationContext context)
    {
        var selection = Selections[index];
        context.Output.WriteRaw(selection.Json);
        context.Path.Push(selection.ResponseName);
        context.AddErrors([error], selection);
        context.Path.Pop();
        return WriteNull(context.Output.Position, selection, context);
    }

    protected static bool WriteNull(int start, Selection selection, OperationContext context)
    {
        if (selection.Field.Type.IsNonNull)
        {
            return false;
        }

        context.Output.Rewind(start);
        context.Output.WriteNull();
        return true;
    }
}

/// <content>The same for fields of objects.</content>
internal sealed partial class SelectionSet<T>
{
    /// <summary>ExecuteField (§6.4). An exception becomes an error of this field.</summary>
    public bool WriteField(T value, int index, ResolvedField? resolved, OperationContext context)
    {
        var selection = Selections[index];
        context.Output.WriteRaw(selection.Json);
        context.Path.Push(selection.ResponseName);
        var (depth, start) = (context.Path.Depth, context.Output.Position);
        try
        {
            var written = resolved is null
                ? _executors[index].Write(value, selection, context)
                : WriteResolved(_executors[index], resolved, selection, context);
            context.Path.Pop();
            return written || WriteNull(start, selection, context);
        }
        catch (Exception exception) when (context.IsFieldError(exception))
        {
            context.Path.Truncate(depth);
            context.AddException(exception, selection);
            context.Path.Pop();
            return WriteNull(start, selection, context);
        }
    }

    private static bool WriteResolved(FieldExecutor<T> executor, ResolvedField resolved, Selection selection, OperationContext context)
    {
        context.AddErrors(resolved.Errors, selection);
        if (resolved.Exception is { } exception)
        {
            context.ThrowIfCancellation(exception);
            context.AddException(exception, selection);
            return false;
        }

        context.OfferResolved(resolved.Below);
        return executor.WriteResolved(resolved, selection, context);
    }
}
