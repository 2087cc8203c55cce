namespace Gateway.GraphQL.Types.Input;

internal sealed class ScalarBinding(ScalarType type) : InputBinding
{
    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value)
    {
        value = given.Literal is { } literal ? type.Parse(literal) : type.Parse(given.Json);
        return value is not null || Refuse(InputText.Of(given), coercion);
    }

    private bool Refuse(string given, InputCoercion coercion) =>
        coercion.Refuse($"expects {type.Expectation} (`{type}`), not {given}", type.Advise(given));
}
