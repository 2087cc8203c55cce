using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Gateway.Caching.Secrets;
using K4os.Compression.LZ4;

namespace Gateway.Caching.Redis;

/// <summary>The result of opening a value. The names are values of the metric's <c>reason</c> tag.</summary>
internal enum OpenResult
{
    Opened,

    /// <summary>Too short, too long, or of another version.</summary>
    Format,

    /// <summary>Encrypted under a secret that this replica does not have.</summary>
    UnknownSecret,

    /// <summary>Changed, moved from another key, or encrypted by somebody else.</summary>
    NotAuthentic,

    /// <summary>Decrypted, but its content is not of this version's format.</summary>
    Malformed,
}

/// <summary>The format of an entry in Redis.</summary>
/// <remarks>
/// <code>
///  0   1  format version: 6
///  1   1  flags: bit 0, the payload is compressed with LZ4; the others are 0
///  2   4  id of the secret
///  6  12  salt of the key, random for each process (see CipherCache)
/// 18  12  nonce, random
/// 30      encrypted by AES-256-GCM (NIST SP 800-38D):
///      8    fetched at, UTC ticks of 100 ns
///      4    length of the payload before compression
///      n    payload
///     16  tag
/// </code>
/// Numbers are big-endian. The associated data are the bytes before the encrypted ones, followed by the Redis key: a value that is changed,
/// or moved to another key, can't be decrypted.
/// </remarks>
internal static class SealedEntry
{
    public const byte Version = 6;

    /// <summary>The largest payload that is read, in bytes after decompression.</summary>
    public const int MaxPayload = 16 * 1024 * 1024;

    private const byte Compressed = 1;
    private const int SaltAt = 6;
    private const int NonceAt = SaltAt + CipherCache.SaltSize;
    private const int NonceSize = 12;
    private const int Header = NonceAt + NonceSize;
    private const int PayloadAt = sizeof(long) + sizeof(int);
    private const int Tag = CipherCache.TagSize;
    private const int Overhead = Header + PayloadAt + Tag;

    public static byte[] Seal(StoredEntry entry, ReadOnlySpan<byte> name, DerivedKeys keys)
    {
        var payload = entry.Payload.Span;
        var rented = ArrayPool<byte>.Shared.Rent(PayloadAt + payload.Length);
        BinaryPrimitives.WriteInt64BigEndian(rented, entry.FetchedAt.UtcTicks);
        BinaryPrimitives.WriteInt32BigEndian(rented.AsSpan(sizeof(long)), payload.Length);

        // Compresses only if that makes the payload smaller: the target is one byte too short for any other result.
        var length = payload.IsEmpty ? -1 : LZ4Codec.Encode(payload, rented.AsSpan(PayloadAt, payload.Length - 1));
        var isCompressed = length > 0;
        if (!isCompressed)
        {
            payload.CopyTo(rented.AsSpan(PayloadAt));
            length = payload.Length;
        }

        var value = GC.AllocateUninitializedArray<byte>(Overhead + length);
        value[0] = Version;
        value[1] = isCompressed ? Compressed : (byte)0;
        BinaryPrimitives.WriteUInt32BigEndian(value.AsSpan(2), keys.Id);
        CipherCache.NextSalt().CopyTo(value.AsSpan(SaltAt));

        var header = value.AsSpan(0, Header);
        RandomNumberGenerator.Fill(header[NonceAt..]);
        CipherCache.Of(keys, header[SaltAt..NonceAt]).Encrypt(
            header[NonceAt..], rented.AsSpan(0, PayloadAt + length), value.AsSpan(Header..^Tag), value.AsSpan(^Tag..),
            Associated(header, name, stackalloc byte[Header + RedisKeys.MaxLength]));
        ArrayPool<byte>.Shared.Return(rented);
        return value;
    }

    /// <summary>Decrypts a value in place. An uncompressed payload stays in the same array.</summary>
    public static OpenResult Open(byte[] value, ReadOnlySpan<byte> name, CacheSecret secret, out StoredEntry? entry)
    {
        entry = null;
        if (value.Length < Overhead || value[0] != Version || (value[1] & ~Compressed) != 0)
        {
            return OpenResult.Format;
        }

        if (secret.Find(BinaryPrimitives.ReadUInt32BigEndian(value.AsSpan(2))) is not { } keys)
        {
            return OpenResult.UnknownSecret;
        }

        var header = value.AsSpan(0, Header);
        var body = value.AsMemory(Header..^Tag);
        var associated = Associated(header, name, stackalloc byte[Header + RedisKeys.MaxLength]);
        try
        {
            CipherCache.Of(keys, header[SaltAt..NonceAt]).Decrypt(
                header[NonceAt..], body.Span, value.AsSpan(^Tag..), body.Span, associated);
        }
        catch (AuthenticationTagMismatchException)
        {
            return OpenResult.NotAuthentic;
        }

        var fetchedAt = BinaryPrimitives.ReadInt64BigEndian(body.Span);
        var length = BinaryPrimitives.ReadInt32BigEndian(body.Span[sizeof(long)..]);
        if ((ulong)fetchedAt > (ulong)DateTime.MaxValue.Ticks
            || !TryRead(body[PayloadAt..], value[1] == Compressed, length, out var payload))
        {
            return OpenResult.Malformed;
        }

        entry = new StoredEntry(new DateTimeOffset(fetchedAt, TimeSpan.Zero), payload);
        return OpenResult.Opened;
    }

    /// <summary>Reads a payload of exactly the stated length. Decompression never writes more than that.</summary>
    private static bool TryRead(ReadOnlyMemory<byte> stored, bool isCompressed, int length, out ReadOnlyMemory<byte> payload)
    {
        payload = stored;
        if (!isCompressed)
        {
            return stored.Length == length;
        }

        if (length is < 0 or > MaxPayload)
        {
            return false;
        }

        var decompressed = GC.AllocateUninitializedArray<byte>(length);
        payload = decompressed;
        return LZ4Codec.Decode(stored.Span, decompressed) == length;
    }

    private static ReadOnlySpan<byte> Associated(ReadOnlySpan<byte> header, ReadOnlySpan<byte> name, Span<byte> buffer)
    {
        header.CopyTo(buffer);
        name.CopyTo(buffer[Header..]);
        return buffer[..(Header + name.Length)];
    }
}
