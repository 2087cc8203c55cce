namespace Gateway.GraphQL.Types.Input;

/// <summary>Input objects may contain themselves, so that a binding can be needed before it is complete.</summary>
internal sealed class DeferredBinding(InputObjectType type) : InputBinding
{
    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value)
        => type.Binding.TryCoerce(given, coercion, out value);
}
