using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Gateway.GraphQL.Execution.Output;

/// <summary>
/// JSON text in one pooled buffer. Structure is the caller's business; what this knows is how values are written,
/// and that everything since a remembered position can be taken back.
/// </summary>
public sealed class JsonOutput : IDisposable
{
    // Longer than any number or date that is formatted in place.
    private const int MaxFormattedLength = 64;
    private static readonly SearchValues<char> s_escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private byte[] _buffer;
    private int _position;

    internal JsonOutput(int capacity = 4096) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Number of bytes written.</summary>
    internal int Position => _position;

    internal ReadOnlySpan<byte> Written => _buffer.AsSpan(0, _position);

    /// <summary>Takes back everything since <paramref name="position"/>.</summary>
    internal void Rewind(int position) => _position = position;

    public void Dispose()
    {
        var buffer = Interlocked.Exchange(ref _buffer, []);
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Copies bytes that are JSON already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> json)
    {
        json.CopyTo(Reserve(json.Length));
        _position += json.Length;
    }

    /// <summary>Copies both, one behind the other.</summary>
    internal void WriteRaw(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        var span = Reserve(first.Length + second.Length);
        first.CopyTo(span);
        second.CopyTo(span[first.Length..]);
        _position += first.Length + second.Length;
    }

    /// <summary>Copies one ASCII byte that is JSON already.</summary>
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

    /// <summary>The shortest text that reads back as the same number; the caller has refused what JSON can't say (NaN, infinities).</summary>
    public void WriteNumber(double value) => Format(value);

    /// <summary>A string, quoted and escaped; lone surrogates become U+FFFD.</summary>
    public void WriteString(ReadOnlySpan<char> value)
    {
        WriteRaw((byte)'"');
        while (true)
        {
            var next = value.IndexOfAny(s_escaped);
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

    /// <summary>Formats a value that needs no escaping in place; quoted where asked.</summary>
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
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
