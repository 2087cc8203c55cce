using System.Buffers.Binary;
using System.Security.Cryptography;
using Gateway.Caching.Secrets;

namespace Gateway.Caching.Redis;

/// <summary>The form in which replicas tell each other what has ended.</summary>
/// <remarks>
/// <code>
///  0   1  format version: 1
///  1   4  id of the secret
///  5  16  who tells: random, made up at start
/// 21   8  when: Unix time in milliseconds
/// 29  32  the key that has ended
/// 61  32  HMAC-SHA-256 of all before, under the secret's key for announcements
/// </code>
/// Without the secret nobody can end anything by publishing, and a message heard can be repeated for two minutes only.
/// </remarks>
internal static class EndedMessage
{
    public const int SenderSize = 16;

    private const byte Version = 1;
    private const int SenderAt = 5;
    private const int TimeAt = 21;
    private const int KeyAt = 29;
    private const int HashAt = 61;
    private const int Size = HashAt + HMACSHA256.HashSizeInBytes;

    /// <summary>More than the clocks of two replicas are apart.</summary>
    private static readonly TimeSpan Validity = TimeSpan.FromMinutes(2);

    public static byte[] Write(CacheKey ended, ReadOnlySpan<byte> sender, DateTimeOffset now, DerivedKeys keys)
    {
        var message = new byte[Size];
        message[0] = Version;
        BinaryPrimitives.WriteUInt32BigEndian(message.AsSpan(1), keys.Id);
        sender.CopyTo(message.AsSpan(SenderAt));
        BinaryPrimitives.WriteInt64BigEndian(message.AsSpan(TimeAt), now.ToUnixTimeMilliseconds());
        ended.Write(message.AsSpan(KeyAt));
        HMACSHA256.HashData(keys.Announcement, message.AsSpan(0, HashAt), message.AsSpan(HashAt));
        return message;
    }

    public static bool IsFrom(ReadOnlySpan<byte> sender, ReadOnlySpan<byte> message)
        => message.Length == Size && message.Slice(SenderAt, SenderSize).SequenceEqual(sender);

    /// <summary>The key that has ended, or null if the message is not to be believed.</summary>
    public static CacheKey? Read(ReadOnlySpan<byte> message, DateTimeOffset now, CacheSecret secret)
    {
        if (message.Length != Size || message[0] != Version || secret.Find(BinaryPrimitives.ReadUInt32BigEndian(message[1..])) is not { } keys)
        {
            return null;
        }

        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(keys.Announcement, message[..HashAt], hash);
        var age = now.ToUnixTimeMilliseconds() - BinaryPrimitives.ReadInt64BigEndian(message[TimeAt..]);
        return CryptographicOperations.FixedTimeEquals(hash, message[HashAt..]) && Math.Abs((double)age) <= Validity.TotalMilliseconds
            ? CacheKey.Read(message[KeyAt..])
            : null;
    }
}
