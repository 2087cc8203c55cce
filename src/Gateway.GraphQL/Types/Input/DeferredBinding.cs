using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Input;

/// <summary>Input objects may contain themselves, so that a binding can be needed before it is complete.</summary>
internal sealed class DeferredBinding(InputObjectType type) : InputBinding
{
    protected override bool TryCoerceValue(JsonElement json, InputCoercion coercion, out object? value)
        => type.Binding.TryCoerce(json, coercion, out value);

    protected override bool TryCoerceLiteral(ValueNode literal, InputCoercion coercion, out object? value)
        => type.Binding.TryCoerce(literal, coercion, out value);
}
