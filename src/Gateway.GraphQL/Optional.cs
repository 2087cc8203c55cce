namespace Gateway.GraphQL;

/// <summary>A value that may not have been given at all, which is not the same as null.</summary>
public readonly struct Optional<T>(T? value)
{
    /// <summary>The type's default where none was given.</summary>
    public T? Value { get; } = value;

    public bool HasValue { get; } = true;
}
