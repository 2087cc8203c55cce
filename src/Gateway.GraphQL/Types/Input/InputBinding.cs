using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>
/// Input coercion (§3.x "Input Coercion", §6.4.1) of one GraphQL type to one C# type.
/// Null comes out as C# null; only <see cref="NonNullBinding"/> refuses it.
/// </summary>
internal abstract class InputBinding
{
    /// <summary>The binding where the C# type does not matter, such as that of a variable, which only checks.</summary>
    public static InputBinding Of(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullBinding(Of(nonNull.OfType), nonNull),
        ListType list => new ListBinding<object?>(Of(list.OfType), asList: false),
        ScalarType scalar => new ScalarBinding(scalar),
        EnumType values => new EnumBinding(values),
        InputObjectType input => new DeferredBinding(input),
        _ => throw new InvalidOperationException($"`{type}` is no input type: the document was not validated."),
    };

    public bool TryCoerce(JsonElement json, InputCoercion coercion, out object? value)
    {
        if (json.ValueKind == JsonValueKind.Null)
        {
            return TryCoerceNull(coercion, out value);
        }

        return TryCoerceValue(json, coercion, out value);
    }

    public bool TryCoerce(ValueNode literal, InputCoercion coercion, out object? value)
    {
        var isCoerced = literal switch
        {
            VariableNode variable when coercion.TryGetVariable(variable.Name, out var given) => TryCoerce(given, coercion, out value),
            // An omitted variable is null where nothing else stands for it: as an item of a list (§3.11).
            VariableNode or NullValueNode => TryCoerceNull(coercion, out value),
            _ => TryCoerceLiteral(literal, coercion, out value),
        };
        if (!isCoerced)
        {
            coercion.Locate(literal);
        }

        return isCoerced;
    }

    public bool TryCoerce(VariableValue variable, InputCoercion coercion, out object? value)
        => variable.Default is { } literal
            ? TryCoerce(literal, coercion, out value)
            : TryCoerce(variable.Json, coercion, out value);

    protected virtual bool TryCoerceNull(InputCoercion coercion, out object? value)
    {
        value = null;
        return true;
    }

    protected abstract bool TryCoerceValue(JsonElement json, InputCoercion coercion, out object? value);

    protected abstract bool TryCoerceLiteral(ValueNode literal, InputCoercion coercion, out object? value);
}
