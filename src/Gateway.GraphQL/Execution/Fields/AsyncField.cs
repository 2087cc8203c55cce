using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>A field whose resolver returns a task.</summary>
internal sealed class AsyncField<TParent, TValue>(Func<TParent, ResolverContext, ValueTask<TValue>> start, ValueWriter<TValue> writer)
    : FieldExecutor<TParent>
{
    public override bool IsAsync => true;

    public override bool Write(TParent parent, Selection selection, OperationContext context)
        => throw new InvalidOperationException($"`{selection.Field.Name}` is asynchronous and was not resolved ahead of writing.");

    public override async ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
    {
        try
        {
            var resolver = new ResolverContext<TParent>((TParent)parent!, context, selection, context.ArgumentsOf(selection));
            var value = await start((TParent)parent!, resolver).ConfigureAwait(false);
            return new ResolvedField { Value = value, Errors = resolver.Errors };
        }
        catch (Exception exception)
        {
            return new ResolvedField { Exception = exception };
        }
    }

    public override bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context)
        => writer.WriteAfter(resolved.Errors.Count, (TValue)resolved.Value!, selection, context);
}
