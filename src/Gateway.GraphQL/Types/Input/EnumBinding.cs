using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>
/// Coerces enum values (GraphQL September 2025, §3.9, https://spec.graphql.org/September2025/#sec-Enums): names in a document, strings in
/// JSON.
/// </summary>
internal sealed class EnumBinding(EnumType type) : InputBinding
{
    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value)
    {
        var name = given.Literal is { } literal ? (literal as EnumValueNode)?.Value
            : given.Json.ValueKind == JsonValueKind.String ? given.Json.GetString()
            : null;
        value = name is not null && type.TryGetValue(name, out var found) ? found.RuntimeValue : null;
        return value is not null || coercion.Refuse(
            $"expects a value of the enum `{type}`, not {InputText.Of(given)}",
            name is null ? "" : coercion.Suggest(name, type.Values.Select(static candidate => candidate.Name)));
    }
}
