using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Gateway.GraphQL.Types;

/// <summary>
/// Writes JSON to a pooled buffer, and can rewind to an earlier position. It formats values; the caller is responsible for a valid
/// structure.
/// </summary>
public sealed class JsonOutput : IDisposable
{
    // Longer than any number or date that is formatted in place.
    private const int MaxFormattedLength = 64;
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    // Shorter fragments are copied, which is cheaper than a reference.
    private const int ShortestReference = 1024;

    private byte[] _buffer;
    private int _position;
    private Reference[] _references = [];
    private int _referenceCount;
    private int _referencedLength;

    internal JsonOutput(int capacity = 4096) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The number of bytes written, including references.</summary>
    internal int Position => _position + _referencedLength;

    /// <summary>The bytes since a position; empty if a part of them is a reference.</summary>
    internal ReadOnlySpan<byte> WrittenSince(int position) =>
        _referenceCount > 0 && _references[_referenceCount - 1].Position >= position
            ? []
            : _buffer.AsSpan(0, _position)[(position - _referencedLength)..];

    /// <summary>Removes everything written since <paramref name="position"/>.</summary>
    internal void Rewind(int position)
    {
        while (_referenceCount > 0 && _references[_referenceCount - 1].Position >= position)
        {
            _referencedLength -= _references[--_referenceCount].Json.Length;
        }

        _position = position - _referencedLength;
    }

    /// <summary>Writes JSON that does not change before <see cref="Dispose"/>. Long JSON is referenced, and copied only once.</summary>
    internal void WriteCached(ReadOnlyMemory<byte> json)
    {
        if (json.Length < ShortestReference)
        {
            WriteRaw(json.Span);
            return;
        }

        if (_referenceCount == _references.Length)
        {
            Array.Resize(ref _references, Math.Max(2, 2 * _referenceCount));
        }

        _references[_referenceCount++] = new Reference(Position, _position, json);
        _referencedLength += json.Length;
    }

    /// <summary>Copies everything except the first <paramref name="skip"/> bytes.</summary>
    internal void CopyTo(IBufferWriter<byte> destination, int skip = 0)
    {
        var from = skip;
        foreach (ref readonly var reference in _references.AsSpan(0, _referenceCount))
        {
            destination.Write(_buffer.AsSpan(from..reference.BufferPosition));
            destination.Write(reference.Json.Span);
            from = reference.BufferPosition;
        }

        destination.Write(_buffer.AsSpan(from.._position));
    }

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes bytes that are JSON.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _position += json.Length;
    }

    /// <summary>Writes bytes that are JSON, in two parts.</summary>
    internal void WriteRaw(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var span = Reserve(first.Length + second.Length);
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

    private void Grow(int count)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(_buffer.Length * 2, _position + count)));
        _buffer.AsSpan(0, _position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }

    /// <summary>A reference to JSON at a position of the output, before the given position of the buffer.</summary>
    private readonly record struct Reference(int Position, int BufferPosition, ReadOnlyMemory<byte> Json);
}
