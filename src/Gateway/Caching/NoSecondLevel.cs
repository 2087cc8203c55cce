namespace Gateway.Caching;

/// <summary>Level two where none is configured.</summary>
internal sealed class NoSecondLevel : ISecondLevel
{
    public event Action<CacheKey>? Ended
    {
        add { }
        remove { }
    }

    public bool IsAnswering => false;

    public ValueTask<StoredEntry?> ReadAsync(CacheKey key, CancellationToken cancellationToken) => default;

    public void Write(CacheKey key, StoredEntry entry)
    {
    }

    public void Remove(CacheKey key)
    {
    }

    public void Announce(CacheKey ended)
    {
    }
}
