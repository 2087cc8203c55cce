using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>
/// A field that is read from its parent object, and shaped by its arguments. Without arguments it costs what a property does.
/// </summary>
internal sealed class ShapedField<TParent, TValue>(
    Func<TParent, TValue> get, Func<TValue, ResolverContext, TValue> shape, ValueWriter<TValue> writer)
    : ValueField<TParent, TValue>(writer)
{
    public override bool Write(TParent parent, Selection selection, OperationContext context)
    {
        var value = get(parent);
        if (!selection.Node.Arguments.IsEmpty)
        {
            value = shape(value, new ResolverContext<TParent>(parent, context, selection, context.ArgumentsOf(selection)));
        }

        return Writer.Write(value, selection, context);
    }

    protected override ValueTask<TValue> ResolveAsync(TParent parent, ResolverContext resolver) => new(shape(get(parent), resolver));
}
