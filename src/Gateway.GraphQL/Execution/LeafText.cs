namespace Gateway.GraphQL.Execution;

/// <summary>
/// Gets the JSON of a leaf, or of a list of leaves, from a value that stores it. The JSON is copied to the response.
/// </summary>
/// <returns>
/// JSON in UTF-8 that is valid for the field's type, <c>null</c> included for a nullable type; empty if the value stores no JSON, and is
/// then written as usual.
/// </returns>
public delegate ReadOnlySpan<byte> LeafText<T>(in T value);
