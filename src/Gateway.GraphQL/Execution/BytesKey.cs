namespace Gateway.GraphQL.Execution;

/// <summary>Bytes as a key. They are compared as a whole, so that what has the same hash is not taken for the same.</summary>
internal readonly struct BytesKey(ReadOnlyMemory<byte> bytes) : IEquatable<BytesKey>
{
    private readonly ReadOnlyMemory<byte> _bytes = bytes;
    private readonly int _hash = Hash(bytes.Span);

    public bool Equals(BytesKey other) => _hash == other._hash && _bytes.Span.SequenceEqual(other._bytes.Span);

    public override bool Equals(object? obj) => obj is BytesKey other && Equals(other);

    public override int GetHashCode() => _hash;

    // HashCode is seeded at random: nobody can craft bytes that collide.
    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
