namespace Gateway.GraphQL.Types.Input;

/// <summary>Binds an input object that may contain itself, so its binding is needed before it is complete.</summary>
internal sealed class DeferredBinding(InputObjectType type) : InputBinding
{
    protected override bool TryCoerceValue(InputValue given, InputCoercion coercion, out object? value) =>
        type.Binding.TryCoerce(given, coercion, out value);
}
