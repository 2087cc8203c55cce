namespace Gateway.GraphQL.Types.Input;

internal sealed class ScalarBinding(ScalarType type) : InputBinding
{
    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value)
    {
        value = given.Literal is { } literal ? type.Parse(literal) : type.Parse(given.Json);
        return value is not null || coercion.Refuse($"expects {type.Expectation} (`{type}`), not {InputText.Of(given)}");
    }
}
