using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>A field whose value has the C# type <typeparamref name="TValue"/>.</summary>
internal abstract class ValueField<TParent, TValue>(ValueWriter<TValue> writer) : FieldExecutor<TParent>
{
    protected ValueWriter<TValue> Writer { get; } = writer;

    public sealed override async ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
    {
        try
        {
            var resolver = new ResolverContext<TParent>((TParent)parent!, context, selection, context.ArgumentsOf(selection));
            var value = await ResolveAsync((TParent)parent!, resolver).ConfigureAwait(false);
            return new ResolvedField { Value = value, Errors = resolver.Errors };
        }
        catch (Exception exception)
        {
            return new ResolvedField { Exception = exception };
        }
    }

    public sealed override bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context) =>
        Writer.WriteAfter(resolved.Errors.Count, (TValue)resolved.Value!, selection, context);

    protected abstract ValueTask<TValue> ResolveAsync(TParent parent, ResolverContext resolver);
}

/// <summary>A field that is read from its parent object.</summary>
internal sealed class PropertyField<TParent, TValue>(Func<TParent, TValue> get, ValueWriter<TValue> writer)
    : ValueField<TParent, TValue>(writer)
{
    public override bool Write(TParent parent, Selection selection, OperationContext context) =>
        Writer.Write(get(parent), selection, context);

    protected override ValueTask<TValue> ResolveAsync(TParent parent, ResolverContext resolver) => new(get(parent));
}

/// <summary>A field with a synchronous resolver, which may take arguments, services or the context.</summary>
internal sealed class MethodField<TParent, TValue>(Func<TParent, ResolverContext, TValue> invoke, ValueWriter<TValue> writer)
    : ValueField<TParent, TValue>(writer)
{
    public override bool Write(TParent parent, Selection selection, OperationContext context)
    {
        var resolver = new ResolverContext<TParent>(parent, context, selection, context.ArgumentsOf(selection));
        var value = invoke(parent, resolver);
        context.AddErrors(resolver.Errors, selection);
        return Writer.WriteAfter(resolver.Errors.Count, value, selection, context);
    }

    protected override ValueTask<TValue> ResolveAsync(TParent parent, ResolverContext resolver) => new(invoke(parent, resolver));
}

/// <summary>A field whose resolver returns a task.</summary>
internal sealed class AsyncField<TParent, TValue>(Func<TParent, ResolverContext, ValueTask<TValue>> start, ValueWriter<TValue> writer)
    : ValueField<TParent, TValue>(writer)
{
    public override bool IsAsync => true;

    public override bool Write(TParent parent, Selection selection, OperationContext context) =>
        throw new InvalidOperationException($"`{selection.Field.Name}` is asynchronous and was not resolved ahead of writing.");

    protected override ValueTask<TValue> ResolveAsync(TParent parent, ResolverContext resolver) => start(parent, resolver);
}
