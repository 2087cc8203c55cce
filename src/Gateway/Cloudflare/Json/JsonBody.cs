using System.Buffers;
using System.Text.Json;

namespace Gateway.Cloudflare.Json;

/// <summary>Reads a body as it comes: never more of it is held than a buffer, or the longest of its tokens.</summary>
internal static class JsonBody
{
    private const int BufferSize = 32 * 1024;

    /// <param name="body">Decompressed.</param>
    /// <param name="tokens">Where it goes.</param>
    /// <param name="maxBytes">The most that is read.</param>
    /// <param name="cancellationToken">Ends the reading; the exception goes on to the caller.</param>
    public static async Task<BodyEnd> ReadAsync(Stream body, JsonTokenFeed tokens, int maxBytes, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        try
        {
            var length = 0;
            var total = 0L;
            while (true)
            {
                // A full buffer each time: a token longer than that is looked at once for each doubling, not once for each packet.
                var read = await body.ReadAtLeastAsync(buffer.AsMemory(length), buffer.Length - length, throwOnEndOfStream: false, cancellationToken);
                (length, total) = (length + read, total + read);
                if (total > maxBytes)
                {
                    return BodyEnd.TooLarge;
                }

                var isLast = length < buffer.Length;
                var consumed = tokens.Read(buffer.AsSpan(0, length), isLast);
                if (isLast)
                {
                    return BodyEnd.Complete;
                }

                buffer = consumed == 0 ? Larger(buffer) : Shift(buffer, consumed);
                length -= consumed;
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidDataException or InvalidOperationException)
        {
            // The latter two are what gzip and deflate throw on bytes that they can't have written, and what brotli throws.
            return BodyEnd.Invalid;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Shift(byte[] buffer, int consumed)
    {
        buffer.AsSpan(consumed).CopyTo(buffer);
        return buffer;
    }

    private static byte[] Larger(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * buffer.Length);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}

/// <summary>How the reading of a body ended.</summary>
internal enum BodyEnd
{
    /// <summary>At its end, and all of it was JSON.</summary>
    Complete,

    TooLarge,

    /// <summary>Not JSON, or not compressed as announced.</summary>
    Invalid,
}
