using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>Reads a property of a struct, which it takes by reference.</summary>
internal delegate TValue StructGetter<TParent, out TValue>(ref TParent parent)
    where TParent : struct;

/// <summary>A property of a struct.</summary>
internal sealed class StructPropertyField<TParent, TValue>(StructGetter<TParent, TValue> get, ValueWriter<TValue> writer) : FieldExecutor<TParent>
    where TParent : struct
{
    public override bool Write(TParent parent, Selection selection, OperationContext context)
        => writer.Write(get(ref parent), selection, context);

    public override ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
    {
        try
        {
            var value = (TParent)parent!;
            return new(new ResolvedField { Value = get(ref value) });
        }
        catch (Exception exception)
        {
            return new(new ResolvedField { Exception = exception });
        }
    }

    public override bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context)
        => writer.Write((TValue)resolved.Value!, selection, context);
}
