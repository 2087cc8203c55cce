using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

internal sealed class ScalarBinding(ScalarType type) : InputBinding
{
    protected override bool TryCoerceValue(JsonElement json, InputCoercion coercion, out object? value)
        => (value = type.Parse(json)) is not null || coercion.Refuse(Expected(InputText.Of(json)));

    protected override bool TryCoerceLiteral(ValueNode literal, InputCoercion coercion, out object? value)
        => (value = type.Parse(literal)) is not null || coercion.Refuse(Expected(InputText.Of(literal)));

    private string Expected(string given) => $"expects {type.Expectation} (`{type}`), not {given}";
}
