using System.Collections.Concurrent;
using Gateway.Caching;

namespace Gateway.Tests.Caching;

/// <summary>What replicas share, in the memory of a test.</summary>
internal sealed class SharedStore
{
    public ConcurrentDictionary<CacheKey, StoredEntry> Entries { get; } = new();

    /// <summary>When the time to live of an entry ends.</summary>
    public ConcurrentDictionary<CacheKey, DateTimeOffset> Ends { get; } = new();

    /// <summary>How often a replica has read, whether one key or two.</summary>
    public int Reads;
}

/// <summary>One replica's connection to what they share.</summary>
internal sealed class SharedSecondLevel(SharedStore store, TimeProvider time) : ISecondLevel
{
    public bool IsAnswering { get; set; } = true;

    public async ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref store.Reads);

        // As any network would, it lets others go first.
        await Task.Yield();
        return Find(key) ?? (previous is { } other ? Find(other) : null);
    }

    public void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive)
    {
        store.Ends[key] = time.GetUtcNow() + timeToLive;
        store.Entries[key] = entry;
    }

    public void Remove(CacheKey key) => store.Entries.TryRemove(key, out _);

    private StoredEntry? Find(CacheKey key) => store.Entries.TryGetValue(key, out var entry) && store.Ends[key] > time.GetUtcNow() ? entry : null;
}
