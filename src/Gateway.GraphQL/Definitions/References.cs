using Gateway.GraphQL.Execution.Output;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Definitions;

/// <summary>A GraphQL type of results, and how values of a C# type are written as it.</summary>
public struct Output<T>
{
    // Fields: a property or a constructor would be compiled for each C# type before the first response.
    internal GraphQLType Type;
    internal ValueWriter<T> Writer;

    /// <summary>The type without null.</summary>
    public readonly Output<T> NonNull() => new()
    {
        Type = new NonNullType(Type),
        Writer = typeof(T).IsValueType ? Writer : new NonNullWriter<T>(Writer),
    };
}

/// <summary>Types with null.</summary>
public static class Outputs
{
    /// <summary>The type with null, whose C# type is a class.</summary>
    public static Output<T> Nullable<T>(this Output<T> output)
        where T : class =>
        new() { Type = output.Type, Writer = new NullableWriter<T>(output.Writer) };

    /// <summary>The type with null, whose C# type is <c>Nullable&lt;T&gt;</c>.</summary>
    public static Output<T?> NullableValue<T>(this Output<T> output)
        where T : struct =>
        new() { Type = output.Type, Writer = new NullableStructWriter<T>(output.Writer) };
}

/// <summary>A GraphQL type of input, and how values are coerced to a C# type.</summary>
public readonly struct Input
{
    internal Input(GraphQLType type, InputBinding binding) => (Type, Binding) = (type, binding);

    internal GraphQLType Type { get; }

    internal InputBinding Binding { get; }

    /// <summary>The type without null.</summary>
    public Input NonNull()
    {
        var type = new NonNullType(Type);
        return new(type, new NonNullBinding(Binding, type));
    }
}
