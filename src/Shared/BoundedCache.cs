using System.Collections.Concurrent;

namespace Gateway.Shared;

/// <summary>
/// A cache that is bounded in bytes or entries. Reads take no lock. Eviction is the clock algorithm (second chance): a queue in which an
/// entry that was read since its last turn gets another turn.
/// </summary>
/// <param name="capacity">The bound: in entries, or in bytes if there is <paramref name="sizeOf"/>, the cache's overhead included.</param>
/// <param name="sizeOf">The size of a value in bytes, with what its key takes beyond 32 bytes. Null for a bound in entries.</param>
internal sealed class BoundedCache<TKey, TValue>(long capacity, Func<TValue, long>? sizeOf = null)
    where TKey : notnull
    where TValue : class
{
    // The overhead of an entry in bytes: a slot (64), the dictionary's node (72) and bucket (8 to 16), and an item of the queue (16).
    private readonly int _slotSize = sizeOf is null ? 1 : 164;
    private readonly ConcurrentDictionary<TKey, Slot> _slots = new();
    private readonly ConcurrentQueue<Slot> _clock = new();
    private long _used;
    private long _evictions;

    /// <summary>How much of the capacity is in use.</summary>
    public long Used => Volatile.Read(ref _used);

    /// <summary>The largest value. A larger one is not stored.</summary>
    public long MaxSize => capacity / 4;

    public int Count => _slots.Count;

    /// <summary>How many values were evicted or swept so far.</summary>
    public long Evictions => Volatile.Read(ref _evictions);

    public TValue? Find(TKey key)
    {
        if (!_slots.TryGetValue(key, out var slot))
        {
            return null;
        }

        // Reads the flag before writing it: a write by every reader would move the cache line between CPU cores.
        if (!slot.IsRead)
        {
            slot.IsRead = true;
        }

        return slot.Value;
    }

    public void Set(TKey key, TValue value) => Change(key, value, static (_, value) => value);

    public void Remove(TKey key)
    {
        if (_slots.TryGetValue(key, out var slot))
        {
            lock (slot)
            {
                Drop(slot);
            }
        }
    }

    /// <summary>Measures a value that has grown again, and evicts entries if necessary.</summary>
    public void Measure(TKey key) => Change(key, 0, static (value, _) => value);

    /// <summary>Replaces a value by the function's result; null removes it. Changes of one key run one at a time.</summary>
    public TValue? Change<TArgument>(TKey key, TArgument argument, Func<TValue?, TArgument, TValue?> change)
    {
        while (true)
        {
            var slot = _slots.GetOrAdd(key, static key => new Slot(key));
            TValue? value;
            lock (slot)
            {
                if (slot.IsRemoved)
                {
                    continue;
                }

                value = change(slot.Value, argument);
                Put(slot, value);
            }

            while (Used > capacity && TakeTurn())
            {
            }

            return value;
        }
    }

    /// <summary>Removes the entries that were not read since the last sweep, with all references to their keys.</summary>
    public void Sweep()
    {
        for (var left = _clock.Count; left > 0 && TakeTurn(); left--)
        {
        }
    }

    // Runs under the slot's lock, as does Drop.
    private void Put(Slot slot, TValue? value)
    {
        var size = value is null || sizeOf is null ? 0 : sizeOf(value);
        if (value is null || size > MaxSize)
        {
            Drop(slot);
            return;
        }

        if (!slot.IsQueued)
        {
            slot.IsQueued = true;
            Interlocked.Add(ref _used, _slotSize);
            _clock.Enqueue(slot);
        }

        Interlocked.Add(ref _used, size - slot.Size);
        slot.Size = size;
        slot.Value = value;
    }

    // Removes the slot for good. Its overhead counts until it leaves the queue.
    private void Drop(Slot slot)
    {
        Interlocked.Add(ref _used, -slot.Size);
        slot.Size = 0;
        slot.Value = null;
        slot.IsRemoved = true;
        _slots.TryRemove(new(slot.Key, slot));
    }

    /// <summary>Gives the first slot of the queue another turn, or evicts it. False if the queue is empty.</summary>
    private bool TakeTurn()
    {
        if (!_clock.TryDequeue(out var slot))
        {
            return false;
        }

        lock (slot)
        {
            if (slot is { IsRemoved: false, IsRead: true })
            {
                slot.IsRead = false;
                _clock.Enqueue(slot);
                return true;
            }

            if (!slot.IsRemoved)
            {
                Interlocked.Increment(ref _evictions);
                Drop(slot);
            }
        }

        Interlocked.Add(ref _used, -_slotSize);
        return true;
    }

    private sealed class Slot(TKey key)
    {
        public readonly TKey Key = key;
        public volatile TValue? Value;
        public volatile bool IsRead;
        public long Size;
        public bool IsQueued;
        public bool IsRemoved;
    }
}
