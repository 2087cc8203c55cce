using System.Collections.Concurrent;
using Gateway.Caching;

namespace Gateway.Tests.Caching;

/// <summary>A shared L2 in the memory of a test.</summary>
internal sealed class SharedStore
{
    public ConcurrentDictionary<CacheKey, StoredEntry> Entries { get; } = new();

    /// <summary>How often a replica has looked something up.</summary>
    public int Reads;

    public bool IsAnswering { get; set; } = true;
}

/// <summary>One replica's connection to the shared L2.</summary>
internal sealed class SharedTier(SharedStore store) : IDistributedTier
{
    public bool IsAnswering => store.IsAnswering;

    public async ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref store.Reads);

        // As any network would, it lets others go first.
        await Task.Yield();
        return store.Entries.GetValueOrDefault(key) ?? (previous is { } before ? store.Entries.GetValueOrDefault(before) : null);
    }

    public void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive) => store.Entries[key] = entry;

    public void Remove(CacheKey key) => store.Entries.TryRemove(key, out _);
}
