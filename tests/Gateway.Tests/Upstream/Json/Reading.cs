using System.Buffers;
using System.Text;
using System.Text.Json;
using Gateway.Upstream.Client;
using Gateway.Upstream.Json;

namespace Gateway.Tests.Upstream.Json;

/// <summary>Reads responses like the gateway, from bytes that are split at any position.</summary>
internal static class Reading
{
    /// <summary>The sizes of the pieces that answers are tried in.</summary>
    public static readonly int[] Sizes = [1, 2, 3, 7, 4096];

    /// <exception cref="JsonException">The result has the wrong shape.</exception>
    public static T Read<T>(IResultReader<T> reader, string result, int size = int.MaxValue)
        where T : class =>
        TryRead(reader, Encoding.UTF8.GetBytes(result), size) ?? throw new JsonException("There is no such result.");

    /// <returns>Null if the result has the wrong shape.</returns>
    public static T? TryRead<T>(IResultReader<T> reader, ReadOnlySpan<byte> result, int size = int.MaxValue)
        where T : class =>
        Envelope.Read(Pieces([.. "{\"success\":true,\"result\":"u8, .. result, (byte)'}'], size), reader).Result;

    public static ReadOnlySequence<byte> Pieces(byte[] bytes, int size)
    {
        var first = new Piece(bytes.AsMemory(0, Math.Min(size, bytes.Length)), null);
        var last = first;
        for (var start = last.Memory.Length; start < bytes.Length; start += last.Memory.Length)
        {
            last = new Piece(bytes.AsMemory(start, Math.Min(size, bytes.Length - start)), last);
        }

        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Piece : ReadOnlySequenceSegment<byte>
    {
        public Piece(ReadOnlyMemory<byte> memory, Piece? before)
        {
            Memory = memory;
            RunningIndex = before is null ? 0 : before.RunningIndex + before.Memory.Length;
            before?.Next = this;
        }
    }
}
