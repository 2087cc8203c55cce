using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Unicode;

namespace Gateway.GraphQL.Types;

/// <summary>
/// Writes JSON to pooled buffers, and can rewind to an earlier position. It formats values; the caller is responsible for a valid
/// structure. Beyond 64 KiB it grows by buffers of that size, so it needs little more memory than it has written, and only then it checks
/// its bounds.
/// </summary>
public sealed class JsonOutput : IDisposable
{
    /// <summary>The size of a buffer, in bytes. A smaller response has one buffer of its own size.</summary>
    internal const int BufferSize = 64 * 1024;

    // Longer than any number or date that is formatted in place.
    private const int MaxFormattedLength = 64;

    // Longer text is encoded in pieces, because each needs room for three bytes a character.
    private const int MaxPieceLength = 4096;
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    // Shorter fragments are copied, which is cheaper than a reference.
    private const int ShortestReference = 1024;

    private ResponseBounds _bounds;
    private IResponseShare? _share;
    private byte[] _buffer;
    private int _position;

    // The output is the parts, and then the buffer from here on.
    private int _start;
    private Part[] _parts = [];
    private int _partCount;

    // What to add to a position of the buffer for the position of the output.
    private int _offset;

    internal JsonOutput(int capacity = 4096)
        : this(ResponseBounds.None, capacity)
    {
    }

    internal JsonOutput(ResponseBounds bounds, int capacity = 4096)
    {
        _buffer = ArrayPool<byte>.Shared.Rent(Math.Min(capacity, BufferSize));
        _bounds = bounds;
    }

    /// <summary>The number of bytes written, including references.</summary>
    internal int Position => _offset + _position;

    /// <summary>The bytes since a position; empty if a part of them is a reference. Copies them if they are in several buffers.</summary>
    internal ReadOnlySpan<byte> WrittenSince(int position)
    {
        if (position >= _offset + _start)
        {
            return _buffer.AsSpan((position - _offset).._position);
        }

        var first = _partCount;
        do
        {
            if (_parts[--first].IsReference)
            {
                return [];
            }
        }
        while (_parts[first].Position > position);

        var copy = new ArrayBufferWriter<byte>(Position - position);
        CopyTo(copy, first, position - _parts[first].Position);
        return copy.WrittenSpan;
    }

    /// <summary>Removes everything written since <paramref name="position"/>.</summary>
    internal void Rewind(int position)
    {
        while (position < _offset + _start)
        {
            var part = _parts[--_partCount];
            if (!part.IsReference)
            {
                var buffer = part.Buffer;
                if (buffer.Array != _buffer)
                {
                    ArrayPool<byte>.Shared.Return(_buffer);
                    _buffer = buffer.Array!;
                }

                _start = buffer.Offset;
            }

            _offset = part.Position - _start;
        }

        _position = position - _offset;
    }

    /// <summary>Writes JSON that does not change before <see cref="Dispose"/>. Long JSON is referenced, and copied only once.</summary>
    internal void WriteCached(ReadOnlyMemory<byte> json)
    {
        if (json.Length < ShortestReference)
        {
            WriteRaw(json.Span);
            return;
        }

        Require(json.Length, json.Length);
        EndPart();
        AddPart(new Part(Position, IsReference: true, json));
        _offset += json.Length;
    }

    /// <summary>Checks the bounds exactly. Without it, up to a buffer more may be written.</summary>
    internal void CheckBounds() => Require(0, 0);

    /// <summary>Lowers the limit by what a response contains in addition.</summary>
    internal void LowerLimit(int bytes) => _bounds.MaxBytes -= bytes;

    /// <summary>Removes the limit, for the end of a response that has reached it.</summary>
    internal void RemoveLimit() => _bounds.MaxBytes = int.MaxValue;

    /// <summary>Copies everything except the first <paramref name="skip"/> bytes.</summary>
    internal void CopyTo(IBufferWriter<byte> destination, int skip = 0) => CopyTo(destination, 0, skip);

    /// <summary>Everything except the first <paramref name="skip"/> bytes, where it is.</summary>
    internal IEnumerable<ReadOnlyMemory<byte>> Parts(int skip = 0)
    {
        for (var index = 0; index < _partCount; index++)
        {
            yield return _parts[index].Json[skip..];
            skip = 0;
        }

        yield return _buffer.AsMemory((_start + skip).._position);
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

    public void WriteNull() => WriteRaw("null"u8);

    public void WriteBoolean(bool value) => WriteRaw(value ? "true"u8 : "false"u8);

    public void WriteNumber(int value) => Format(value);

    public void WriteNumber(long value) => Format(value);

    /// <summary>Writes the shortest text that reads back as the same number. The number must be finite.</summary>
    public void WriteNumber(double value) => Format(value);

    /// <summary>Writes a string, quoted and escaped. Lone surrogates become U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteRaw((byte)'"');
        while (true)
        {
            var next = value.IndexOfAny(Escaped);
            WriteUnescaped(next < 0 ? value : value[..next]);
            if (next < 0)
            {
                break;
            }

            WriteEscaped(value[next]);
            value = value[(next + 1)..];
        }

        WriteRaw((byte)'"');
    }

    /// <summary>Formats a value that needs no escaping, optionally in quotes.</summary>
    internal void Format<T>(T value, ReadOnlySpan<char> format = default, bool quoted = false)
        where T : IUtf8SpanFormattable
    {
        var span = Reserve(MaxFormattedLength);
        var start = quoted ? 1 : 0;
        if (!value.TryFormat(span[start..^1], out var written, format, CultureInfo.InvariantCulture))
        {
            throw new InvalidOperationException($"{typeof(T)} needs more than {MaxFormattedLength} bytes.");
        }

        if (quoted)
        {
            span[0] = span[written + 1] = (byte)'"';
            written += 2;
        }

        _position += written;
    }

    private void WriteUnescaped(ReadOnlySpan<char> value)
    {
        while (value.Length > MaxPieceLength)
        {
            var length = MaxPieceLength - (char.IsHighSurrogate(value[MaxPieceLength - 1]) ? 1 : 0);
            Encode(value[..length]);
            value = value[length..];
        }

        Encode(value);
    }

    private void Encode(ReadOnlySpan<char> value)
    {
        var span = Reserve(value.Length * 3);
        Utf8.FromUtf16(value, span, out _, out var written);
        _position += written;
    }

    private void WriteEscaped(char value)
    {
        switch (value)
        {
            case '"': WriteRaw("\\\""u8); break;
            case '\\': WriteRaw("\\\\"u8); break;
            case '\b': WriteRaw("\\b"u8); break;
            case '\f': WriteRaw("\\f"u8); break;
            case '\n': WriteRaw("\\n"u8); break;
            case '\r': WriteRaw("\\r"u8); break;
            case '\t': WriteRaw("\\t"u8); break;
            default:
                WriteRaw("\\u00"u8);
                Format((byte)value, "x2");
                break;
        }
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
            var larger = ArrayPool<byte>.Shared.Rent(Math.Min(BufferSize, Math.Max(_buffer.Length * 2, _position + count)));
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

    /// <summary>Checks the bounds for more bytes, and how much memory they take.</summary>
    private void Require(int bytes, int memory)
    {
        var length = Position + bytes;
        if (length > _bounds.MaxBytes)
        {
            throw new ResponseLimitException();
        }

        if (length > _bounds.Granted && _bounds.Memory is not null)
        {
            _share ??= _bounds.Memory.Open(_bounds.State);
            if (_share.Grow(Position + memory - _bounds.Granted) is { } refusal)
            {
                throw new ResponseLimitException(refusal);
            }

            _bounds.Granted = Position + memory;
        }
    }

    private void EndPart()
    {
        if (_position > _start)
        {
            AddPart(new Part(_offset + _start, IsReference: false, _buffer.AsMemory(_start.._position)));
            _start = _position;
        }
    }

    private void AddPart(Part part)
    {
        if (_partCount == _parts.Length)
        {
            Array.Resize(ref _parts, Math.Max(4, 2 * _partCount));
        }

        _parts[_partCount++] = part;
    }

    private void CopyTo(IBufferWriter<byte> destination, int first, int skip)
    {
        for (var index = first; index < _partCount; index++)
        {
            destination.Write(_parts[index].Json.Span[skip..]);
            skip = 0;
        }

        destination.Write(_buffer.AsSpan((_start + skip).._position));
    }

    /// <summary>JSON at a position of the output: a reference, or a part of a buffer.</summary>
    private readonly record struct Part(int Position, bool IsReference, ReadOnlyMemory<byte> Json)
    {
        public ArraySegment<byte> Buffer => MemoryMarshal.TryGetArray(Json, out var buffer) ? buffer : default;
    }
}
