using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Execution.Fields;

/// <summary>A field that is read off its parent: a property, or a method without arguments.</summary>
internal sealed class PropertyField<TParent, TValue>(Func<TParent, TValue> get, ValueWriter<TValue> writer) : FieldExecutor<TParent>
{
    public override bool Write(TParent parent, Selection selection, OperationContext context)
        => writer.Write(get(parent), selection, context);

    public override ValueTask<ResolvedField> ResolveAsync(object? parent, Selection selection, OperationContext context)
    {
        try
        {
            return new(new ResolvedField { Value = get((TParent)parent!) });
        }
        catch (Exception exception)
        {
            return new(new ResolvedField { Exception = exception });
        }
    }

    public override bool WriteResolved(ResolvedField resolved, Selection selection, OperationContext context)
        => writer.Write((TValue)resolved.Value!, selection, context);
}
