using System.Collections.Concurrent;

namespace Gateway.Shared;

/// <summary>
/// A cache that is bounded in bytes or entries. Reads take no lock. What has to go is what was not read lately: the clock algorithm, a
/// queue in which whatever was read since its last turn gets another one.
/// </summary>
/// <param name="capacity">In entries; where sizes are given in bytes, with all that the cache itself needs.</param>
/// <param name="sizeOf">How many bytes a value takes, with what its key takes beyond 32.</param>
internal sealed class BoundedCache<TKey, TValue>(long capacity, Func<TValue, long>? sizeOf = null)
    where TKey : notnull
    where TValue : class
{
    // In bytes: a slot (64), a dictionary's node (72) and its bucket (8 to 16), and a place in the queue (16).
    private readonly int _slotSize = sizeOf is null ? 1 : 164;
    private readonly ConcurrentDictionary<TKey, Slot> _slots = new();
    private readonly ConcurrentQueue<Slot> _clock = new();
    private long _used;

    /// <summary>What counts towards the capacity.</summary>
    public long Used => Volatile.Read(ref _used);

    public int Count => _slots.Count;

    public TValue? Find(TKey key)
    {
        if (!_slots.TryGetValue(key, out var slot))
        {
            return null;
        }

        // Read first: a flag that is written by every reader would travel between the processors.
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

    /// <summary>Has a value that has grown measured again, and the cache stay within its bound.</summary>
    public void Measure(TKey key) => Change(key, 0, static (value, _) => value);

    /// <summary>Replaces a value by what the function makes of it, one change at a time for each key; null is no value.</summary>
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

    /// <summary>Removes what was not read since the last sweep, with all that refers to its keys.</summary>
    public void Sweep()
    {
        for (var left = _clock.Count; left > 0 && TakeTurn(); left--)
        {
        }
    }

    // Under the slot's lock, as the next.
    private void Put(Slot slot, TValue? value)
    {
        var size = value is null || sizeOf is null ? 0 : sizeOf(value);
        if (value is null || size > capacity / 4)
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

    // For good. The slot itself counts for as long as it is in the queue.
    private void Drop(Slot slot)
    {
        Interlocked.Add(ref _used, -slot.Size);
        slot.Size = 0;
        slot.Value = null;
        slot.IsRemoved = true;
        _slots.TryRemove(new(slot.Key, slot));
    }

    /// <summary>Gives the first in the queue another turn, or ends it; false where there is none.</summary>
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

            Drop(slot);
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
