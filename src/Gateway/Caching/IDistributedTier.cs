namespace Gateway.Caching;

/// <summary>What L2 keeps of an answer, all of it sealed.</summary>
/// <param name="FetchedAt">When Cloudflare answered, by the wall clock of the replica that asked.</param>
/// <param name="Payload">The answer, as its feature encodes it.</param>
internal sealed record StoredEntry(DateTimeOffset FetchedAt, ReadOnlyMemory<byte> Payload);

/// <summary>
/// L2, the tier that replicas share: answers, and nothing of who may read them. It is never in the way: reads give up at their deadline,
/// writes wait for nothing, and trouble of any kind looks like a miss.
/// </summary>
internal interface IDistributedTier
{
    /// <summary>Whether it answers now; while it does not, nothing is read or written.</summary>
    bool IsAnswering { get; }

    /// <summary>
    /// Null for a miss, and for whatever does not open, parse or match; the exception is the caller's own cancellation alone.
    /// </summary>
    /// <param name="key">What the answer is kept under.</param>
    /// <param name="previous">What it was kept under with the previous secret, read in the same round trip; null where there is
    /// none.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken);

    /// <summary>Writes in the background.</summary>
    void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive);

    /// <summary>Removes in the background.</summary>
    void Remove(CacheKey key);
}
