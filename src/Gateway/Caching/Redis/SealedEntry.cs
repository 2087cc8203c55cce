using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Gateway.Caching.Secrets;

namespace Gateway.Caching.Redis;

/// <summary>What became of opening a value.</summary>
internal enum Opening
{
    Opened,

    /// <summary>Too short, too long, or of another version.</summary>
    Format,

    /// <summary>Made with a secret that isn't known here.</summary>
    UnknownSecret,

    /// <summary>Changed, moved from another key, or made by someone else.</summary>
    NotAuthentic,

    /// <summary>Authentic, but not what this version writes.</summary>
    Malformed,

    /// <summary>Past the last of its times.</summary>
    Expired,
}

/// <summary>The form that entries have in Redis.</summary>
/// <remarks>
/// <code>
///  0   1  format version: 1
///  1   1  flags: bit 0, the payload is compressed with Brotli; the others are 0
///  2   4  id of the secret
///  6  12  salt, random
/// 18  12  nonce, random
/// 30      sealed by AES-256-GCM:
///      8    fetched at      UTC ticks of 100 ns
///      8    fresh until
///      8    stale until
///      4    length of the payload as it was before compression
///      n    payload
///     16  tag
/// </code>
/// Numbers are big-endian. The bytes before the sealed ones, followed by the Redis key, are the associated data: a value that
/// is changed, or put under another key, doesn't open. The times stand inside: an old value that is put back still ends when it
/// ended, whatever expiry Redis shows.
/// <para>
/// Random nonces under one key are safe for 2^32 values only (NIST SP 800-38D, 8.3), which busy replicas write within weeks.
/// Therefore each value has a key of its own, HMAC-SHA-256 of its salt under the secret's key; salt and nonce together make
/// 192 random bits.
/// </para>
/// </remarks>
internal static class SealedEntry
{
    public const int Overhead = Header + Times + Tag;

    private const byte Version = 1;
    private const byte Compressed = 1;
    private const int SaltAt = 6;
    private const int NonceAt = 18;
    private const int NonceSize = 12;
    private const int Header = 30;
    private const int Times = 28;
    private const int Tag = 16;

    public static byte[] Seal(StoredEntry entry, ReadOnlySpan<byte> name, DerivedKeys keys)
    {
        var payload = entry.Payload.Span;
        var rented = ArrayPool<byte>.Shared.Rent(Overhead + payload.Length);
        var body = rented.AsSpan(Header);
        BinaryPrimitives.WriteInt64BigEndian(body, entry.FetchedAt.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(body[8..], entry.FreshUntil.UtcTicks);
        BinaryPrimitives.WriteInt64BigEndian(body[16..], entry.StaleUntil.UtcTicks);
        BinaryPrimitives.WriteInt32BigEndian(body[24..], payload.Length);
        var isCompressed = PayloadCompression.TryCompress(payload, body[Times..], out var length);
        if (!isCompressed)
        {
            payload.CopyTo(body[Times..]);
            length = payload.Length;
        }

        rented[0] = Version;
        rented[1] = isCompressed ? Compressed : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(rented.AsSpan(2), keys.Id);
        RandomNumberGenerator.Fill(rented.AsSpan(SaltAt, Header - SaltAt));

        var header = rented.AsSpan(0, Header);
        var secrets = body[..(Times + length)];
        Span<byte> associated = stackalloc byte[Header + KeyNames.Length];
        using var cipher = CipherOf(header, name, keys, ref associated);
        cipher.Encrypt(header.Slice(NonceAt, NonceSize), secrets, secrets, body.Slice(Times + length, Tag), associated);
        var value = rented.AsSpan(0, Overhead + length).ToArray();
        ArrayPool<byte>.Shared.Return(rented);
        return value;
    }

    public static Opening Open(ReadOnlySpan<byte> value, ReadOnlySpan<byte> name, CacheSecret secret, DateTimeOffset now, out StoredEntry? entry)
    {
        entry = null;
        if (value.Length < Overhead || value[0] != Version || (value[1] & ~Compressed) != 0)
        {
            return Opening.Format;
        }

        if (secret.Find(BinaryPrimitives.ReadUInt32BigEndian(value[2..])) is not { } keys)
        {
            return Opening.UnknownSecret;
        }

        var header = value[..Header];
        var size = value.Length - Header - Tag;
        var rented = ArrayPool<byte>.Shared.Rent(size);
        var body = rented.AsSpan(0, size);
        try
        {
            Span<byte> associated = stackalloc byte[Header + KeyNames.Length];
            using var cipher = CipherOf(header, name, keys, ref associated);
            cipher.Decrypt(header.Slice(NonceAt, NonceSize), value.Slice(Header, size), value[^Tag..], body, associated);
            return Read(body, isCompressed: value[1] == Compressed, now, out entry);
        }
        catch (AuthenticationTagMismatchException)
        {
            return Opening.NotAuthentic;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    private static Opening Read(ReadOnlySpan<byte> body, bool isCompressed, DateTimeOffset now, out StoredEntry? entry)
    {
        entry = null;
        var fetchedAt = BinaryPrimitives.ReadInt64BigEndian(body);
        var freshUntil = BinaryPrimitives.ReadInt64BigEndian(body[8..]);
        var staleUntil = BinaryPrimitives.ReadInt64BigEndian(body[16..]);
        var length = BinaryPrimitives.ReadInt32BigEndian(body[24..]);
        if (!IsTime(fetchedAt) || !IsTime(freshUntil) || !IsTime(staleUntil))
        {
            return Opening.Malformed;
        }

        if (staleUntil <= now.UtcTicks)
        {
            return Opening.Expired;
        }

        var stored = body[Times..];
        var payload = isCompressed ? PayloadCompression.Decompress(stored, length) : stored.Length == length ? stored.ToArray() : null;
        if (payload is null)
        {
            return Opening.Malformed;
        }

        entry = new StoredEntry(At(fetchedAt), At(freshUntil), At(staleUntil), payload);
        return Opening.Opened;
    }

    private static AesGcm CipherOf(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, DerivedKeys keys, ref Span<byte> associated)
    {
        header.CopyTo(associated);
        name.CopyTo(associated[Header..]);
        associated = associated[..(Header + name.Length)];
        Span<byte> key = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.Encryption, header[SaltAt..NonceAt], key);
        var cipher = new AesGcm(key, Tag);
        CryptographicOperations.ZeroMemory(key);
        return cipher;
    }

    private static bool IsTime(long ticks) => (ulong)ticks <= (ulong)DateTime.MaxValue.Ticks;

    private static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
