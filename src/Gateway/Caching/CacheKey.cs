using System.Buffers.Binary;

namespace Gateway.Caching;

/// <summary>
/// A SHA-256 digest of all inputs of a request. The key of a credential's own entry includes the credential's fingerprint.
/// </summary>
internal readonly record struct CacheKey(UInt128 High, UInt128 Low)
{
    public const int Size = 32;

    public static CacheKey Read(ReadOnlySpan<byte> digest) =>
        new(BinaryPrimitives.ReadUInt128BigEndian(digest), BinaryPrimitives.ReadUInt128BigEndian(digest[16..]));

    public void Write(Span<byte> digest)
    {
        BinaryPrimitives.WriteUInt128BigEndian(digest, High);
        BinaryPrimitives.WriteUInt128BigEndian(digest[16..], Low);
    }

    /// <summary>64 lower-case hex digits.</summary>
    public override string ToString() => $"{High:x32}{Low:x32}";
}
