using System.Collections.Concurrent;

namespace Gateway.GraphQL.Execution;

/// <summary>
/// The documents seen lately, by their text. Bounded: where it is full, the first entry found that was not used since the
/// last look goes (the clock algorithm). Only valid documents get in, so that nonsense pushes nothing out.
/// </summary>
internal sealed class DocumentCache(int capacity)
{
    private readonly ConcurrentDictionary<DocumentKey, Entry> _entries = [];
    private readonly ConcurrentQueue<DocumentKey> _clock = [];

    public int Count => _entries.Count;

    public ExecutableDocument? Find(ReadOnlyMemory<byte> text)
    {
        if (!_entries.TryGetValue(new DocumentKey(text), out var entry))
        {
            return null;
        }

        entry.WasUsed = true;
        return entry.Document;
    }

    public void Add(ReadOnlyMemory<byte> text, ExecutableDocument document)
    {
        var key = new DocumentKey(text.ToArray());
        if (!_entries.TryAdd(key, new Entry(document)))
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

    private sealed class Entry(ExecutableDocument document)
    {
        public ExecutableDocument Document { get; } = document;

        public bool WasUsed { get; set; }
    }

    private readonly struct DocumentKey(ReadOnlyMemory<byte> text) : IEquatable<DocumentKey>
    {
        private readonly ReadOnlyMemory<byte> _text = text;
        private readonly int _hash = Hash(text.Span);

        public bool Equals(DocumentKey other) => _hash == other._hash && _text.Span.SequenceEqual(other._text.Span);

        public override bool Equals(object? obj) => obj is DocumentKey other && Equals(other);

        public override int GetHashCode() => _hash;

        // HashCode is seeded at random: nobody can craft documents that collide.
        private static int Hash(ReadOnlySpan<byte> text)
        {
            var hash = new HashCode();
            hash.AddBytes(text);
            return hash.ToHashCode();
        }
    }
}
