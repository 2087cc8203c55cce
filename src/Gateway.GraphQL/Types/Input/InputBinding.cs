using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>
/// Input coercion of a GraphQL type to a C# type (GraphQL September 2025, §6.4.1, and "Input Coercion" of each type in §3,
/// https://spec.graphql.org/September2025/#sec-Type-System). Null becomes C# null; only <see cref="NonNullBinding"/> rejects it.
/// </summary>
internal abstract class InputBinding
{
    /// <summary>The binding of a type without a particular C# type, such as that of a variable, which is only checked.</summary>
    public static InputBinding Of(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullBinding(Of(nonNull.OfType), nonNull),
        ListType list => new ListBinding<object?>(Of(list.OfType), asList: false, list.Named.LongestList),
        ScalarType scalar => new ScalarBinding(scalar),
        EnumType values => new EnumBinding(values),
        InputObjectType input => new DeferredBinding(input),
        _ => throw new InvalidOperationException($"`{type}` is no input type: the document was not validated."),
    };

    public bool TryCoerce(InputValue given, InputCoercion coercion, out object? value)
    {
        var isCoerced = given switch
        {
            { Literal: VariableNode variable } when coercion.TryGetVariable(variable.Name, out var own) =>
                TryCoerce(own, coercion, out value),
            // An omitted variable that is a list item is null (§3.11).
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

    /// <param name="given">The input value, neither null nor a variable.</param>
    /// <param name="coercion">The state of the coercion.</param>
    /// <param name="value">The C# value.</param>
    protected abstract bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value);
}
