namespace Gateway.GraphQL.Execution.DataLoaders;

/// <summary>
/// Loads values by their keys. The keys that fields of one level ask for are one call, and a request asks for a key once. Await the
/// task: a resolver that blocks its thread instead holds the call back that it waits for.
/// </summary>
public interface IDataLoader<in TKey, TValue>
    where TKey : notnull
{
    /// <summary>The value of a key; the C# type's default if there is none. Fails if the call failed.</summary>
    Task<TValue?> LoadAsync(TKey key, CancellationToken cancellationToken = default);

    /// <summary>The values of keys, in the order of the keys.</summary>
    Task<IReadOnlyList<TValue?>> LoadAsync(IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default);

    /// <summary>Forgets the value of a key, which a mutation has changed. It is asked for again.</summary>
    void RemoveCacheEntry(TKey key);
}
