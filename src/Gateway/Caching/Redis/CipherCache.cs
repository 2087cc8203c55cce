using System.Security.Cryptography;
using Gateway.Caching.Secrets;

namespace Gateway.Caching.Redis;

/// <summary>
/// The AES-256-GCM ciphers of values. A cipher's key is the HMAC-SHA-256 of a salt under the secret's encryption key. A process encrypts
/// under one random salt at a time, so readers meet few salts; each thread caches the ciphers of the last ones.
/// </summary>
/// <remarks>
/// Random nonces under one key are safe for 2^32 values (NIST SP 800-38D, section 8.3). Busy replicas write that many within weeks, so the
/// salt is replaced long before. Deriving a key for each value would cost 2.6 µs (HMAC 1.4, AES 1.3), a twentieth of a small Redis hit.
/// </remarks>
internal static class CipherCache
{
    public const int SaltSize = 12;
    public const int TagSize = 16;

    /// <summary>The most values under one salt: a quarter of the bound, in case copies of a virtual machine share a salt.</summary>
    private const int MaxUses = 1 << 30;

    private const int MaxCiphers = 16;

    private static Salt CurrentSalt = new();

    [ThreadStatic]
    private static Cipher[]? Ciphers;

    /// <summary>The salt for the next value.</summary>
    public static ReadOnlySpan<byte> NextSalt()
    {
        if (Interlocked.Increment(ref CurrentSalt.Uses) > MaxUses)
        {
            CurrentSalt = new Salt();
        }

        return CurrentSalt.Bytes;
    }

    /// <summary>Gets a cipher for immediate use on this thread.</summary>
    public static AesGcm Of(DerivedKeys keys, ReadOnlySpan<byte> salt)
    {
        ref var cipher = ref (Ciphers ??= new Cipher[MaxCiphers])[salt[0] % MaxCiphers];
        if (cipher.Keys != keys || !salt.SequenceEqual(cipher.Salt))
        {
            Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
            HMACSHA256.HashData(keys.Encryption, salt, key);
            cipher.Aes?.Dispose();
            cipher = new Cipher(keys, salt.ToArray(), new AesGcm(key, TagSize));
            CryptographicOperations.ZeroMemory(key);
        }

        return cipher.Aes;
    }

    private readonly record struct Cipher(DerivedKeys Keys, byte[] Salt, AesGcm Aes);

    private sealed class Salt
    {
        public readonly byte[] Bytes = RandomNumberGenerator.GetBytes(SaltSize);
        public int Uses;
    }
}
