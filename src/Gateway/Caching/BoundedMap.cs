using System.Collections.Concurrent;

namespace Gateway.Caching;

/// <summary>A map by digests.</summary>
internal sealed class BoundedMap<TValue>(long capacity, Func<TValue, long> sizeOf) : BoundedMap<CacheKey, TValue>(capacity, sizeOf)
    where TValue : class;

/// <summary>
/// A map that is bounded in bytes. Reads take no lock. What has to go is what was not read lately: the clock algorithm, a queue in which
/// whatever was read since its last turn gets another one.
/// </summary>
/// <param name="capacity">In bytes, with all that the map itself needs.</param>
/// <param name="sizeOf">How many bytes a value takes, with what its key takes beyond 32.</param>
internal class BoundedMap<TKey, TValue>(long capacity, Func<TValue, long> sizeOf)
    where TKey : notnull
    where TValue : class
{
    // A slot (64 bytes), a dictionary's node (72) and its bucket (8 to 16), and a place in the queue (16).
    private const int SlotSize = 164;

    private readonly ConcurrentDictionary<TKey, Slot> _slots = new();
    private readonly ConcurrentQueue<Slot> _clock = new();
    private long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

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
                Take(slot, null);
            }
        }
    }

    /// <summary>Has a value that has grown measured again, and the map stay within its bound.</summary>
    public void Measure(TKey key, TValue value)
    {
        if (_slots.TryGetValue(key, out var slot))
        {
            lock (slot)
            {
                if (!slot.IsRemoved && ReferenceEquals(slot.Value, value))
                {
                    Take(slot, value);
                }
            }

            Evict();
        }
    }

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
                Take(slot, value);
            }

            Evict();
            return value;
        }
    }

    /// <summary>Puts a value into a slot; called under its lock.</summary>
    private void Take(Slot slot, TValue? value)
    {
        var size = value is null ? 0 : sizeOf(value);
        if (value is null || size > capacity / 4)
        {
            Drop(slot);
            return;
        }

        if (!slot.IsQueued)
        {
            slot.IsQueued = true;
            Interlocked.Add(ref _bytes, SlotSize);
            _clock.Enqueue(slot);
        }

        Interlocked.Add(ref _bytes, size - slot.Size);
        slot.Size = size;
        slot.Value = value;
    }

    /// <summary>Empties a slot, for good; called under its lock. Its own bytes are counted for as long as it is in the queue.</summary>
    private void Drop(Slot slot)
    {
        Interlocked.Add(ref _bytes, -slot.Size);
        slot.Size = 0;
        slot.Value = null;
        slot.IsRemoved = true;
        _slots.TryRemove(new KeyValuePair<TKey, Slot>(slot.Key, slot));
    }

    private void Evict()
    {
        while (Bytes > capacity && _clock.TryDequeue(out var slot))
        {
            lock (slot)
            {
                if (slot is { IsRemoved: false, IsRead: true })
                {
                    slot.IsRead = false;
                    _clock.Enqueue(slot);
                    continue;
                }

                if (!slot.IsRemoved)
                {
                    Drop(slot);
                }
            }

            Interlocked.Add(ref _bytes, -SlotSize);
        }
    }

    private sealed class Slot(TKey key)
    {
        private volatile TValue? _value;
        private volatile bool _isRead;

        public TKey Key { get; } = key;

        public TValue? Value
        {
            get => _value;
            set => _value = value;
        }

        public long Size { get; set; }

        public bool IsRead
        {
            get => _isRead;
            set => _isRead = value;
        }

        public bool IsQueued { get; set; }

        public bool IsRemoved { get; set; }
    }
}
