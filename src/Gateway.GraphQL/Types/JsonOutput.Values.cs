using System.Buffers;
using System.Globalization;
using System.Text.Unicode;

namespace Gateway.GraphQL.Types;

/// <content>Values as JSON text.</content>
public sealed partial class JsonOutput
{
    // Longer than any number or date that is formatted in place.
    private const int MaxFormattedLength = 64;

    // Longer text is encoded in pieces, because each needs room for three bytes a character.
    private const int MaxPieceLength = 4096;
    private static readonly SearchValues<char> Escaped = SearchValues.Create(
        "\"\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000B\f\r\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

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
}
