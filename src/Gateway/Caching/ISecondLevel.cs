namespace Gateway.Caching;

/// <summary>What the distributed tier (L2) keeps of an answer; all of it is sealed.</summary>
/// <param name="FetchedAt">When Cloudflare answered, by the writer's wall clock. How long that is fresh is up to the reader.</param>
/// <param name="Payload">The answer, as its feature encodes it.</param>
internal sealed record StoredEntry(DateTimeOffset FetchedAt, ReadOnlyMemory<byte> Payload);

/// <summary>
/// The distributed cache tier (L2), which replicas share. It is never in the way: reads end at their deadline, writes happen in the
/// background, and any failure looks like a miss.
/// </summary>
internal interface ISecondLevel
{
    /// <summary>Whether it answers now.</summary>
    bool IsAnswering { get; }

    /// <summary>Null for a miss, and for whatever cannot be opened; throws only for the caller's own cancellation.</summary>
    /// <param name="key">The entry's key.</param>
    /// <param name="previous">
    /// The same entry's key under the previous secret, read in the same round trip and used if <paramref name="key"/> has nothing;
    /// null where there is none.
    /// </param>
    /// <param name="cancellationToken">Ends the caller's waiting.</param>
    ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken);

    /// <summary>Writes in the background.</summary>
    void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive);

    /// <summary>Removes in the background, after the writes before it. A removal that fails is not repeated: it only saves memory.</summary>
    void Remove(CacheKey key);
}
