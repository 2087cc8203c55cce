using System.Collections;
using System.Globalization;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Execution.Planning;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>Writers of values whose C# type is only known at run time.</summary>
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
        _ => new UntypedAbstractWriter(type.Named),
    });
}

/// <summary>Writes values that may be errors, as a whole or as list items.</summary>
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
    public override bool Write(object value, Selection selection, OperationContext context) =>
        TryWrite(value, context.Output) || context.RefuseLeaf(selection, type);

    // Whole numbers are numbers of every wider kind.
    private bool TryWrite(object value, JsonOutput output) => (type, value) switch
    {
        (ScalarType<object> any, _) => any.TryWrite(value, output),
        (ScalarType<string> scalar, string text) => scalar.TryWrite(text, output),
        (ScalarType<bool> scalar, bool flag) => scalar.TryWrite(flag, output),
        (ScalarType<int> scalar, int whole) => scalar.TryWrite(whole, output),
        (ScalarType<long> scalar, int or long) => scalar.TryWrite(Convert.ToInt64(value, CultureInfo.InvariantCulture), output),
        (ScalarType<double> scalar, int or double) => scalar.TryWrite(Convert.ToDouble(value, CultureInfo.InvariantCulture), output),
        (ScalarType<DateTimeOffset> scalar, DateTimeOffset instant) => scalar.TryWrite(instant, output),
        _ => false,
    };
}

/// <summary>A dictionary as a value of an interface or union names its own object type.</summary>
internal sealed class UntypedAbstractWriter(NamedType type) : ValueWriter<object>
{
    public override bool Write(object value, Selection selection, OperationContext context) =>
        value is IReadOnlyDictionary<string, object?> fields
            && fields.GetValueOrDefault("__typename") is string name
            && context.Schema.TryGetType(name, out var named)
            && named is ObjectType objectType
            && context.Schema.PossibleTypes(type).Contains(objectType)
            ? selection.SelectionSetFor(objectType).WriteObject(value, context)
            : context.RefuseAbstract(selection, type);
}
