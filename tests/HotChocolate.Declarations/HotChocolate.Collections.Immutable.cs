namespace HotChocolate.Collections.Immutable;

public sealed class ImmutableOrderedDictionary<TKey, TValue>
    where TKey : IEquatable<TKey>
{
    private ImmutableOrderedDictionary() => throw null!;

    public ImmutableOrderedDictionary<TKey, TValue> SetItem(TKey key, TValue value) => throw null!;
}
