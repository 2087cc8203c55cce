namespace Gateway.Caching;

/// <summary>L2 where none is configured.</summary>
internal sealed class NoDistributedTier : IDistributedTier
{
    public bool IsAnswering => false;

    public ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken) => default;

    public void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive)
    {
    }

    public void Remove(CacheKey key)
    {
    }
}
