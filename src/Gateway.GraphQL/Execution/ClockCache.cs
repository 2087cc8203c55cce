using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// Keeps what was used lately. Bounded: where it is full, the first entry found that was not used since the last look goes (the clock algorithm).
/// </summary>
internal sealed class ClockCache<TKey, TValue>(int capacity)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> _entries = [];
    private readonly ConcurrentQueue<TKey> _clock = [];

    public int Count => _entries.Count;

    public bool TryGet(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        if (!_entries.TryGetValue(key, out var entry))
        {
            value = default;
            return false;
        }

        entry.WasUsed = true;
        value = entry.Value;
        return true;
    }

    /// <summary>What is there already stays.</summary>
    public void Add(TKey key, TValue value)
    {
        if (!_entries.TryAdd(key, new Entry(value)))
        {
            return;
        }

        _clock.Enqueue(key);
        while (_entries.Count > capacity && _clock.TryDequeue(out var candidate))
        {
            if (_entries.TryGetValue(candidate, out var entry) && entry.WasUsed)
            {
                entry.WasUsed = false;
                _clock.Enqueue(candidate);
            }
            else
            {
                _entries.TryRemove(candidate, out _);
            }
        }
    }

    private sealed class Entry(TValue value)
    {
        public TValue Value { get; } = value;

        public bool WasUsed { get; set; }
    }
}
