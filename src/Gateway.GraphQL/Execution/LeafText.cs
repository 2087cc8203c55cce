namespace Gateway.GraphQL.Execution;

/// <summary>
/// Gives a leaf, or a list of leaves, as the JSON that would be written of it, for values that are kept as text: it is copied instead of
/// being written anew.
/// </summary>
/// <returns>
/// UTF-8 that is valid for the field's type, <c>null</c> only where the type has it; empty where there is no text, so that the value is
/// written as without.
/// </returns>
public delegate ReadOnlySpan<byte> LeafText<T>(in T value);
