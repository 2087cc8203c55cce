namespace Gateway.Caching;

/// <summary>What level two keeps: times and bytes, all of them sealed. For a lease the bytes are empty, or tell of the refusal that ended it.</summary>
/// <param name="FetchedAt">When Cloudflare answered.</param>
/// <param name="FreshUntil">Until when the entry is served as it is.</param>
/// <param name="StaleUntil">Until when it may be served while Cloudflare can't be asked; after that it is no entry any more.</param>
/// <param name="Payload">The answer, as its feature encodes it.</param>
internal sealed record StoredEntry(DateTimeOffset FetchedAt, DateTimeOffset FreshUntil, DateTimeOffset StaleUntil, ReadOnlyMemory<byte> Payload);

/// <summary>
/// The level that replicas share. It is never in the way: reads give up at their deadline, writes wait for nothing, and
/// trouble of any kind looks like a miss.
/// </summary>
internal interface ISecondLevel
{
    /// <summary>Whether it answers now; while it does not, level one lives by its own times.</summary>
    bool IsAnswering { get; }

    /// <summary>Raised, on any thread, when another replica tells that everything under this key has ended.</summary>
    event Action<CacheKey>? Ended;

    /// <summary>Null for a miss, and for whatever does not open, parse or match; the exception is the caller's own cancellation alone.</summary>
    ValueTask<StoredEntry?> ReadAsync(CacheKey key, CancellationToken cancellationToken);

    /// <summary>Writes in the background.</summary>
    void Write(CacheKey key, StoredEntry entry);

    /// <summary>Removes in the background.</summary>
    void Remove(CacheKey key);

    /// <summary>Tells the other replicas, in the background, that everything under this key has ended: a lease, or a credential's entries.</summary>
    void Announce(CacheKey ended);
}
