namespace Gateway.GraphQL.Execution;

/// <summary>Bytes as the key of a dictionary. Equality compares all bytes, not just the hash.</summary>
internal readonly struct BytesKey(ReadOnlyMemory<byte> bytes) : IEquatable<BytesKey>
{
    private readonly ReadOnlyMemory<byte> _bytes = bytes;
    private readonly int _hash = Hash(bytes.Span);

    public bool Equals(BytesKey other) => _hash == other._hash && _bytes.Span.SequenceEqual(other._bytes.Span);

    public override bool Equals(object? obj) => obj is BytesKey other && Equals(other);

    public override int GetHashCode() => _hash;

    // HashCode has a random seed, so nobody can craft bytes that collide.
    private static int Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = new HashCode();
        hash.AddBytes(bytes);
        return hash.ToHashCode();
    }
}
