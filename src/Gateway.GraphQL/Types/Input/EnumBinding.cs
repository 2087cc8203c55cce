using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>§3.9: a name in a document, a string in JSON.</summary>
internal sealed class EnumBinding(EnumType type) : InputBinding
{
    protected override bool TryCoerceValue(JsonElement json, InputCoercion coercion, out object? value)
        => TryFind(json.ValueKind == JsonValueKind.String ? json.GetString() : null, out value)
            || coercion.Refuse(Expected(InputText.Of(json)));

    protected override bool TryCoerceLiteral(ValueNode literal, InputCoercion coercion, out object? value)
        => TryFind((literal as EnumValueNode)?.Value, out value)
            || coercion.Refuse(Expected(InputText.Of(literal)));

    private bool TryFind(string? name, out object? value)
    {
        value = name is not null && type.TryGetValue(name, out var found) ? found.RuntimeValue : null;
        return value is not null;
    }

    private string Expected(string given) => $"expects a value of the enum `{type}`, not {given}";
}
