using System.Collections.Concurrent;
using Gateway.Caching;

namespace Gateway.Tests.Caching.Model;

/// <summary>One replica's connection to the shared L2.</summary>
internal sealed class ScriptedTier(ConcurrentDictionary<CacheKey, StoredEntry> store) : IDistributedTier
{
    private readonly List<(CacheKey Key, TaskCompletionSource<StoredEntry?> Result)> _pending = [];
    private int _reads;

    public Redis Redis { get; set; }

    public bool IsAnswering => Redis != Redis.Down;

    /// <summary>How often something was looked up.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>Reads that wait.</summary>
    public int Pending
    {
        get
        {
            lock (_pending)
            {
                return _pending.Count;
            }
        }
    }

    public ValueTask<StoredEntry?> ReadAsync(CacheKey key, CacheKey? previous, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _reads);
        if (Redis != Redis.Slow)
        {
            return new(Find(key));
        }

        var read = (Key: key, Result: new TaskCompletionSource<StoredEntry?>());
        lock (_pending)
        {
            _pending.Add(read);
        }

        cancellationToken.Register(() =>
        {
            lock (_pending)
            {
                _pending.Remove(read);
            }

            read.Result.TrySetCanceled(cancellationToken);
        });
        return new(read.Result.Task);
    }

    /// <summary>Answers a read with what there is now.</summary>
    public void EndRead(int index)
    {
        (CacheKey Key, TaskCompletionSource<StoredEntry?> Result) read;
        lock (_pending)
        {
            read = _pending[index];
            _pending.RemoveAt(index);
        }

        read.Result.TrySetResult(Find(read.Key));
    }

    public void Write(CacheKey key, StoredEntry entry, TimeSpan timeToLive)
    {
        if (IsAnswering)
        {
            store[key] = entry;
        }
    }

    public void Remove(CacheKey key)
    {
        if (IsAnswering)
        {
            store.TryRemove(key, out _);
        }
    }

    private StoredEntry? Find(CacheKey key) => IsAnswering ? store.GetValueOrDefault(key) : null;
}
