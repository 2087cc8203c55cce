namespace Gateway.GraphQL.Types.Input;

/// <summary>Rejects null (§3.12).</summary>
internal sealed class NonNullBinding(InputBinding inner, GraphQLType type) : InputBinding
{
    protected override bool TryCoerceNull(InputCoercion coercion, out object? value)
    {
        value = null;
        return coercion.Refuse($"expects a value of type `{type}`, not null");
    }

    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value) =>
        inner.TryCoerce(given, coercion, out value);
}
