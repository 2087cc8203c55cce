using System.IO.Compression;

namespace Gateway.Caching.Redis;

/// <summary>Brotli where it pays.</summary>
internal static class PayloadCompression
{
    /// <summary>The largest payload that is read, in bytes after decompression.</summary>
    public const int MaxPayload = 16 * 1024 * 1024;

    private const int Threshold = 512;
    private const int Quality = 1;
    private const int Window = 22;

    /// <summary>False where the result would not be smaller, or is not worth the work.</summary>
    public static bool TryCompress(ReadOnlySpan<byte> payload, Span<byte> destination, out int written)
    {
        written = 0;
        return payload.Length >= Threshold && BrotliEncoder.TryCompress(payload, destination[..(payload.Length - 1)], out written, Quality, Window);
    }

    /// <summary>Exactly as many bytes as told, or null: what would grow beyond them is never unpacked.</summary>
    public static byte[]? Decompress(ReadOnlySpan<byte> compressed, int length)
    {
        if (length is < 0 or > MaxPayload)
        {
            return null;
        }

        var payload = new byte[length];
        return BrotliDecoder.TryDecompress(compressed, payload, out var written) && written == length ? payload : null;
    }
}
