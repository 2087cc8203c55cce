using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>A field whose resolver takes arguments, services or the context, and answers at once.</summary>
internal sealed class MethodField<TParent, TValue>(Func<TParent, ResolverContext, TValue> invoke, ValueWriter<TValue> writer)
    : FieldExecutor<TParent>
{
    public override bool Write(TParent parent, Selection selection, OperationContext context)
    {
        var resolver = new ResolverContext<TParent>(parent, context, selection, context.ArgumentsOf(selection));
        var value = invoke(parent, resolver);
        context.AddErrors(resolver.Errors, selection);
        return writer.WriteAfter(resolver.Errors.Count, value, selection, context);
    }

    public override ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
    {
        try
        {
            var resolver = new ResolverContext<TParent>((TParent)parent!, context, selection, context.ArgumentsOf(selection));
            return new(new ResolvedField { Value = invoke((TParent)parent!, resolver), Errors = resolver.Errors });
        }
        catch (Exception exception)
        {
            return new(new ResolvedField { Exception = exception });
        }
    }

    public override bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context)
        => writer.WriteAfter(resolved.Errors.Count, (TValue)resolved.Value!, selection, context);
}
