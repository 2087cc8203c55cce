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

    public bool TryCoerce(InputValue given, InputCoercion coercion, out object? value)
    {
        var isCoerced = given switch
        {
            { Literal: VariableNode variable } when coercion.TryGetVariable(variable.Name, out var own)
                => TryCoerce(own, coercion, out value),
            // An omitted variable is null where nothing else stands for it: as an item of a list (§3.11).
            { Literal: VariableNode } or { IsNull: true } => TryCoerceNull(coercion, out value),
            _ => TryCoerceValue(given, coercion, out value),
        };
        if (!isCoerced && given.Literal is { } literal)
        {
            coercion.Locate(literal);
        }

        return isCoerced;
    }

    protected virtual bool TryCoerceNull(InputCoercion coercion, out object? value)
    {
        value = null;
        return true;
    }

    /// <param name="given">Neither null nor a variable.</param>
    /// <param name="coercion">The coercion under way.</param>
    /// <param name="value">The C# value.</param>
    protected abstract bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value);
}
