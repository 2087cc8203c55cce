namespace Gateway.GraphQL.Execution;

/// <summary>
/// Caches the JSON of parts of a value, for further runs of the same prepared operation. The cache belongs to the value and has the same
/// lifetime. The implementation is thread-safe and bounds its own size.
/// </summary>
public interface IResponseFragments
{
    /// <summary>The longest fragment that can be added, in bytes.</summary>
    int MaxLength { get; }

    /// <summary>Finds a fragment.</summary>
    /// <param name="operation">The identity of a prepared operation: a document, an operation and variables.</param>
    /// <param name="part">The identity of some selections of the operation.</param>
    /// <returns>The JSON; empty for a miss.</returns>
    ReadOnlyMemory<byte> Find(object operation, object part);

    /// <summary>Adds a copy of <paramref name="json"/>, unless it is longer than <see cref="MaxLength"/>.</summary>
    void Add(object operation, object part, ReadOnlySpan<byte> json);
}
