using Gateway.Shared;

namespace Gateway.Upstream;

/// <summary>
/// A bounded cache of what belongs to credentials, with a part of its own for guests, an eighth: since credentials are free to make up,
/// what is kept of guests evicts nothing that is kept of known ones.
/// </summary>
/// <inheritdoc cref="BoundedCache{TKey, TValue}"/>
internal sealed class DividedCache<TKey, TValue>(long capacity, Func<TValue, long>? sizeOf = null)
    where TKey : notnull
    where TValue : class
{
    public BoundedCache<TKey, TValue> Known { get; } = new(capacity - (capacity / 8), sizeOf);

    public BoundedCache<TKey, TValue> Guests { get; } = new(capacity / 8, sizeOf);

    public long Used => Known.Used + Guests.Used;

    public int Count => Known.Count + Guests.Count;

    public TValue? Find(TKey key) => Known.Find(key) ?? Guests.Find(key);

    public void Set(TKey key, bool isKnown, TValue value) => Change(key, isKnown, value, static (_, value) => value);

    /// <inheritdoc cref="BoundedCache{TKey, TValue}.Change"/>
    public TValue? Change<TArgument>(TKey key, bool isKnown, TArgument argument, Func<TValue?, TArgument, TValue?> change)
    {
        // A guest that has become known takes its value along. A credential that is known no longer leaves its value where it is.
        if (isKnown && Guests.Find(key) is { } value)
        {
            Known.Change(key, value, static (kept, moved) => kept ?? moved);
            Guests.Remove(key);
        }

        return (isKnown || Known.Find(key) is not null ? Known : Guests).Change(key, argument, change);
    }

    public void Remove(TKey key)
    {
        Known.Remove(key);
        Guests.Remove(key);
    }

    /// <inheritdoc cref="BoundedCache{TKey, TValue}.Sweep"/>
    public void Sweep()
    {
        Known.Sweep();
        Guests.Sweep();
    }
}
