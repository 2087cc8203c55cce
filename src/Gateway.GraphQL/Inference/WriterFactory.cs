using Gateway.GraphQL.Execution.Fields;
using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Inference;

/// <summary>Creates the GraphQL type of a C# type in results, and the writer that converts values of the one to the other.</summary>
internal sealed class WriterFactory(TypeRegistry types, IReadOnlyList<ListText> listTexts)
{
    /// <summary>Creates the type and its writer. Null if the C# type has no GraphQL type.</summary>
    public (GraphQLType Type, object Writer)? Create(TypeShape shape)
    {
        var bare = shape.Item is not null ? CreateList(shape) : CreateNamed(shape);
        if (bare is not var (type, writer))
        {
            return null;
        }

        if (shape.IsNullable)
        {
            var open = shape.Declared.IsValueType ? typeof(NullableStructWriter<>) : typeof(NullableWriter<>);
            return (type, Make(open, [shape.Bare], writer));
        }

        return (new NonNullType(type), shape.Declared.IsValueType ? writer : Make(typeof(NonNullWriter<>), [shape.Bare], writer));
    }

    private (GraphQLType, object)? CreateList(TypeShape shape)
    {
        if (Create(shape.Item!) is not var (item, itemWriter))
        {
            return null;
        }

        var writer = Make(typeof(ListWriter<,>), [shape.Bare, shape.Item!.Declared], itemWriter);
        if (item.Nullable is ScalarType or EnumType && listTexts.FirstOrDefault(text => text.ListType == shape.Bare) is { } text)
        {
            writer = text.Bind(writer);
        }

        return (new ListType(item), writer);
    }

    private (GraphQLType, object)? CreateNamed(TypeShape shape) => types.Output(shape.Bare, shape.IsId) switch
    {
        null => null,
        ScalarType scalar => (scalar, Make(typeof(ScalarWriter<>), [shape.Bare], scalar)),
        EnumType values => (values, Make(typeof(EnumWriter<>), [shape.Bare], values)),
        ObjectType type => (type, Make(typeof(ObjectWriter<>), [shape.Bare], type)),
        var type => (type, Make(typeof(AbstractWriter<>), [shape.Bare], type)),
    };

    private static object Make(Type open, Type[] arguments, object argument) =>
        Activator.CreateInstance(open.MakeGenericType(arguments), argument)!;
}
