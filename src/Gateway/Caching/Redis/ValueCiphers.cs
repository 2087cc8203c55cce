using System.Security.Cryptography;
using Gateway.Caching.Secrets;

namespace Gateway.Caching.Redis;

/// <summary>
/// The ciphers that values are sealed with: AES-256-GCM under HMAC-SHA-256 of a salt, itself under the secret's key for encryption.
/// A process seals with one random salt, so that readers meet few, and each thread keeps the ciphers of those that it met last.
/// </summary>
/// <remarks>
/// Random nonces under one key are safe for 2^32 values (NIST SP 800-38D, 8.3), which busy replicas write within weeks; therefore the
/// salt is replaced long before. A key derived for each value would cost 2.6 µs (HMAC 1.4, AES 1.3), a twentieth of a small Redis hit.
/// </remarks>
internal static class ValueCiphers
{
    public const int SaltSize = 12;
    public const int TagSize = 16;

    /// <summary>Values under one salt: 2^30, also for two copies of one virtual machine.</summary>
    private const int MaxUses = 1 << 30;

    private const int MaxCiphers = 16;

    private static Salt s_salt = new();

    [ThreadStatic]
    private static Cipher[]? t_ciphers;

    /// <summary>The salt for the next value.</summary>
    public static ReadOnlySpan<byte> NextSalt()
    {
        if (Interlocked.Increment(ref s_salt.Uses) > MaxUses)
        {
            s_salt = new Salt();
        }

        return s_salt.Bytes;
    }

    /// <summary>For use on this thread and at once.</summary>
    public static AesGcm Of(DerivedKeys keys, ReadOnlySpan<byte> salt)
    {
        ref var cipher = ref (t_ciphers ??= new Cipher[MaxCiphers])[salt[0] % MaxCiphers];
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
