using System.Collections;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;

namespace Gateway.GraphQL.Types.SchemaFirst;

/// <summary>Writers of values whose C# type is known only when they come.</summary>
internal static class UntypedWriters
{
    public static ValueWriter<object> Create(GraphQLType type) => type is NonNullType nonNull
        ? new NonNullWriter<object>(CreateNullable(nonNull.OfType))
        : new NullableWriter<object>(CreateNullable(type));

    private static ErrorValueWriter CreateNullable(GraphQLType type) => new(type switch
    {
        ListType list => new UntypedListWriter(Create(list.OfType)),
        ScalarType scalar => new UntypedScalarWriter(scalar),
        EnumType values => new EnumWriter<object>(values),
        ObjectType objectType => new ObjectWriter<object>(objectType),
        _ => new AbstractWriter<object>(type.Named),
    });
}

/// <summary>A value, or an item of a list, may be an error instead.</summary>
internal sealed class ErrorValueWriter(ValueWriter<object> inner) : ValueWriter<object>
{
    public override bool Write(object value, Selection selection, OperationContext context)
    {
        if (value is not IError error)
        {
            return inner.Write(value, selection, context);
        }

        context.AddErrors([error], selection);
        return false;
    }
}

/// <summary>Any sequence is a list.</summary>
internal sealed class UntypedListWriter(ValueWriter<object> item) : ValueWriter<object>
{
    private readonly ListWriter<IEnumerable<object>, object> _inner = new(item);

    public override bool Write(object value, Selection selection, OperationContext context) => value switch
    {
        IEnumerable<object> items => _inner.Write(items, selection, context),
        IEnumerable items and not string => _inner.Write(items.Cast<object>(), selection, context),
        _ => throw new InvalidOperationException($"`{selection.Field.Name}` is a list, but its resolver returned {value.GetType()}."),
    };
}

internal sealed class UntypedScalarWriter(ScalarType type) : ValueWriter<object>
{
    public override bool Write(object value, Selection selection, OperationContext context)
        => type.TryWriteUntyped(value, context.Output) || context.RefuseLeaf(selection, type);
}
