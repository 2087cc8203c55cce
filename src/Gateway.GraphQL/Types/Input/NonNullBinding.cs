namespace Gateway.GraphQL.Types.Input;

/// <summary>
/// Coerces non-null types (GraphQL September 2025, §3.12, https://spec.graphql.org/September2025/#sec-Non-Null): rejects null.
/// </summary>
internal sealed class NonNullBinding(InputBinding inner, GraphQLType type) : InputBinding
{
    protected override bool TryCoerceNull(InputCoercion coercion, out object? value)
    {
        value = null;
        return coercion.Refuse($"expects a value of type `{type}`, not null", isNull: true);
    }

    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value) =>
        inner.TryCoerce(given, coercion, out value);
}
