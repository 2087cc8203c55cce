using System.Collections.Concurrent;
using Gateway.Caching;

namespace Gateway.Tests.Caching;

/// <summary>What replicas share, in the memory of a test.</summary>
internal sealed class SharedStore
{
    public ConcurrentDictionary<CacheKey, StoredEntry> Entries { get; } = new();

    /// <summary>How often a replica has looked something up.</summary>
    public int Reads;

    /// <summary>Raised for every announcement, unless the test has the line cut.</summary>
    public event Action<object, CacheKey>? Announced;

    public bool IsLineCut { get; set; }

    public void Announce(object replica, CacheKey ended)
    {
        if (!IsLineCut)
        {
            Announced?.Invoke(replica, ended);
        }
    }
}

/// <summary>One replica's connection to what they share.</summary>
internal sealed class SharedSecondLevel : ISecondLevel, IDisposable
{
    private readonly SharedStore _store;
    private readonly TimeProvider _time;

    public SharedSecondLevel(SharedStore store, TimeProvider time)
    {
        _store = store;
        _time = time;
        store.Announced += OnAnnounced;
    }

    public event Action<CacheKey>? Ended;

    public bool IsAnswering { get; set; } = true;

    public async ValueTask<StoredEntry?> ReadAsync(CacheKey key, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _store.Reads);

        // As any network would, it lets others go first.
        await Task.Yield();
        return _store.Entries.TryGetValue(key, out var entry) && entry.StaleUntil > _time.GetUtcNow() ? entry : null;
    }

    public void Write(CacheKey key, StoredEntry entry) => _store.Entries[key] = entry;

    public void Remove(CacheKey key) => _store.Entries.TryRemove(key, out _);

    public void Announce(CacheKey ended) => _store.Announce(this, ended);

    public void Dispose() => _store.Announced -= OnAnnounced;

    private void OnAnnounced(object replica, CacheKey ended)
    {
        if (replica != this)
        {
            Ended?.Invoke(ended);
        }
    }
}
