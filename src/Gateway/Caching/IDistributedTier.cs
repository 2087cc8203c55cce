namespace Gateway.Caching;

/// <summary>An entry of L2. All of it is encrypted there.</summary>
/// <param name="FetchedAt">When Cloudflare responded, on the wall clock of the replica that called it.</param>
/// <param name="Payload">The response, as its feature encodes it.</param>
internal sealed record StoredEntry(DateTimeOffset FetchedAt, ReadOnlyMemory<byte> Payload);

/// <summary>
/// The distributed tier (L2), which replicas share. It holds responses, but not who may read them. It never blocks a request: reads have a
/// deadline, writes run in the background, and every error looks like a miss.
/// </summary>
internal interface IDistributedTier
{
    /// <summary>Whether L2 is available. While it is not, nothing is read or written.</summary>
    bool IsAnswering { get; }

    /// <summary>
    /// Reads an entry. Null for a miss, and for a value that can't be decrypted or parsed. Throws only when the caller cancels.
    /// </summary>
    /// <param name="key">The key of the entry.</param>
    /// <param name="previous">The key under the previous secret, read in the same round trip; null without one.</param>
    /// <param name="cancellationToken">Cancels the read.</param>
    ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken);

    /// <summary>Writes in the background.</summary>
    void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive);

    /// <summary>Removes in the background.</summary>
    void Remove(CacheKey key);
}
