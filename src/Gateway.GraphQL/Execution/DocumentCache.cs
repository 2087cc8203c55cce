namespace Gateway.GraphQL.Execution;

/// <summary>The documents seen lately, by their text. Only valid documents get in, so that nonsense pushes nothing out.</summary>
internal sealed class DocumentCache(int capacity)
{
    // What is longer is compiled for its request alone: a few callers with long literals must not fill the memory.
    private const int MaxLength = 32 * 1024;

    private readonly ClockCache<DocumentKey, ExecutableDocument> _documents = new(capacity);

    public int Count => _documents.Count;

    public ExecutableDocument? Find(ReadOnlyMemory<byte> text)
        => text.Length <= MaxLength && _documents.TryGet(new DocumentKey(text), out var document) ? document : null;

    public void Add(ReadOnlyMemory<byte> text, ExecutableDocument document)
    {
        if (text.Length <= MaxLength)
        {
            _documents.Add(new DocumentKey(text.ToArray()), document);
        }
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
