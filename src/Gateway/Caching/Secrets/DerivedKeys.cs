using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gateway.Caching.Secrets;

/// <summary>Derives one key for each use of a secret, by HKDF-SHA-256 (RFC 5869). A leaked key reveals nothing about the others.</summary>
internal sealed class DerivedKeys(byte[] secret)
{
    /// <summary>Identifies the secret of a value. It is stored unencrypted.</summary>
    public uint Id { get; } = BinaryPrimitives.ReadUInt32BigEndian(Derive(secret, "id", sizeof(uint)));

    public byte[] Fingerprint { get; } = Derive(secret, "fingerprint", 32);

    public byte[] Encryption { get; } = Derive(secret, "encryption", 32);

    private static byte[] Derive(byte[] secret, string purpose, int length) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, length, info: Encoding.ASCII.GetBytes("gateway/cache/1/" + purpose));
}
