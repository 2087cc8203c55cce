namespace Gateway.GraphQL.Execution.DataLoaders;

public static class DataLoaderExtensions
{
    /// <summary>The value of a key that must have one.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public static async Task<TValue> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, TKey key, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TValue : notnull =>
        Required(key, await dataLoader.LoadAsync(key, cancellationToken).ConfigureAwait(false));

    /// <summary>The values of keys that must have one, in the order of the keys.</summary>
    /// <exception cref="KeyNotFoundException">A key has none.</exception>
    public static async Task<IReadOnlyList<TValue>> LoadRequiredAsync<TKey, TValue>(
        this IDataLoader<TKey, TValue> dataLoader, IReadOnlyCollection<TKey> keys, CancellationToken cancellationToken = default)
        where TKey : notnull
        where TValue : notnull =>
        [.. keys.Zip(await dataLoader.LoadAsync(keys, cancellationToken).ConfigureAwait(false), Required)];

    private static TValue Required<TKey, TValue>(TKey key, TValue? value) =>
        value ?? throw new KeyNotFoundException($"There is no value for the key {key}.");
}
