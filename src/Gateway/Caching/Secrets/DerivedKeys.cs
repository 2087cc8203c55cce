using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gateway.Caching.Secrets;

/// <summary>One key for each use of a secret, by HKDF-SHA-256, so that what one of them gives away tells nothing of the others.</summary>
internal sealed class DerivedKeys
{
    private const int KeySize = 32;

    private readonly byte[] _fingerprint;
    private readonly byte[] _encryption;

    public DerivedKeys(ReadOnlySpan<byte> secret)
    {
        Span<byte> id = stackalloc byte[sizeof(uint)];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, id, salt: default, info: "gateway/cache/1/id"u8);
        Id = BinaryPrimitives.ReadUInt32BigEndian(id);
        _fingerprint = Derive(secret, "gateway/cache/1/fingerprint"u8);
        _encryption = Derive(secret, "gateway/cache/1/encryption"u8);
    }

    /// <summary>Tells in the clear which secret a value was made with.</summary>
    public uint Id { get; }

    public ReadOnlySpan<byte> Fingerprint => _fingerprint;

    public ReadOnlySpan<byte> Encryption => _encryption;

    private static byte[] Derive(ReadOnlySpan<byte> secret, ReadOnlySpan<byte> purpose)
    {
        var key = new byte[KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, key, salt: default, info: purpose);
        return key;
    }
}
