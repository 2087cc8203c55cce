using System.Buffers;
using System.Runtime.CompilerServices;

namespace Gateway.GraphQL.Types;

/// <summary>
/// Writes JSON to pooled buffers, and can rewind to an earlier position. It formats values; the caller is responsible for a valid
/// structure. Beyond 64 KiB it grows by buffers of that size, so it needs little more memory than it has written, and only then it checks
/// its bounds.
/// </summary>
public sealed partial class JsonOutput : IDisposable
{
    /// <summary>The size of a buffer, in bytes. A smaller response has one buffer of its own size.</summary>
    internal const int BufferSize = IResponseMemory.Threshold;

    private byte[] _buffer;
    private int _position;

    internal JsonOutput(int capacity = 4096)
        : this(ResponseBounds.None, capacity)
    {
    }

    internal JsonOutput(ResponseBounds bounds, int capacity = 4096)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(capacity, BufferSize));
        _bounds = bounds;
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length == 0)
        {
            return;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        while (--_partCount >= 0)
        {
            // Several parts in a row may be of one buffer.
            if (_parts[_partCount] is { IsReference: false, Buffer.Array: { } other } && other != buffer)
            {
                ArrayPool<byte>.Shared.Return(other);
                buffer = other;
            }
        }

        _share?.Dispose();
    }

    /// <summary>Writes bytes that are JSON.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        while (json.Length > _buffer.Length - _position)
        {
            var room = _buffer.Length - _position;
            json[..room].CopyTo(_buffer.AsSpan(_position));
            _position += room;
            json = json[room..];
            Grow(Math.Min(json.Length, BufferSize));
        }

        json.CopyTo(_buffer.AsSpan(_position));
        _position += json.Length;
    }

    /// <summary>Writes bytes that are JSON, in two parts.</summary>
    internal void WriteRaw(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (first.Length + second.Length > _buffer.Length - _position)
        {
            WriteRaw(first);
            WriteRaw(second);
            return;
        }

        var span = _buffer.AsSpan(_position);
        first.CopyTo(span);
        second.CopyTo(span[first.Length..]);
        _position += first.Length + second.Length;
    }

    /// <summary>Writes an ASCII byte that is JSON.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteRaw(byte ascii)
    {
        if ((uint)_position >= (uint)_buffer.Length)
        {
            Grow(1);
        }

        _buffer[_position++] = ascii;
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _position < count)
        {
            Grow(count);
        }

        return _buffer.AsSpan(_position);
    }

    /// <summary>Makes room for <paramref name="count"/> bytes in a row, at most <see cref="BufferSize"/>.</summary>
    private void Grow(int count)
    {
        if (_start == 0 && _position + count <= BufferSize)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(BufferSize, Math.Max(_buffer.Length * 4, _position + count)));
            _buffer.AsSpan(0, _position).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
            return;
        }

        Require(1, BufferSize);
        EndPart();
        _offset += _position;
        _start = _position = 0;
        _buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
    }
}
