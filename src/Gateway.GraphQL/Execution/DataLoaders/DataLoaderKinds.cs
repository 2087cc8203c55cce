namespace Gateway.GraphQL.Execution.DataLoaders;

/// <summary>Loads a value for each key. A key without one has the C# type's default. Derived classes are generated.</summary>
public abstract class BatchDataLoader<TKey, TValue>(DataLoaderScope scope, int maxBatchSize)
    : DataLoader<TKey, TValue>(scope, maxBatchSize)
    where TKey : notnull
{
    private protected sealed override async ValueTask<TValue?[]> FetchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        return [.. keys.Select(key => values.TryGetValue(key, out var value) ? value : default)];
    }

    protected abstract ValueTask<IReadOnlyDictionary<TKey, TValue>> LoadBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
}

/// <summary>Loads any number of values for each key. Derived classes are generated.</summary>
public abstract class GroupedDataLoader<TKey, TValue>(DataLoaderScope scope, int maxBatchSize)
    : DataLoader<TKey, TValue[]>(scope, maxBatchSize)
    where TKey : notnull
{
    private protected sealed override async ValueTask<TValue[]?[]> FetchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken)
    {
        var values = await LoadGroupedBatchAsync(keys, cancellationToken).ConfigureAwait(false);
        return [.. keys.Select(key => values[key].ToArray())];
    }

    protected abstract ValueTask<ILookup<TKey, TValue>> LoadGroupedBatchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken);
}

/// <summary>Loads each key by a call of its own, all of them at once. Derived classes are generated.</summary>
public abstract class CacheDataLoader<TKey, TValue>(DataLoaderScope scope) : DataLoader<TKey, TValue>(scope, maxBatchSize: 1)
    where TKey : notnull
{
    private protected sealed override async ValueTask<TValue?[]> FetchAsync(
        IReadOnlyList<TKey> keys, CancellationToken cancellationToken) =>
        [await LoadSingleAsync(keys[0], cancellationToken).ConfigureAwait(false)];

    protected abstract ValueTask<TValue> LoadSingleAsync(TKey key, CancellationToken cancellationToken);
}
