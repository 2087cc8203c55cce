using System.Buffers;
using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>Locates errors in a source (GraphQL September 2025, §2.1, https://spec.graphql.org/September2025/#sec-Source-Text).</summary>
internal static class SourceText
{
    /// <summary>The offset of the first byte that is not UTF-8.</summary>
    public static int FirstInvalid(ReadOnlySpan<byte> source)
    {
        var position = 0;
        while (Rune.DecodeFromUtf8(source[position..], out _, out var length) == OperationStatus.Done)
            position += length;
        return position;
    }

    /// <summary>The line and column of an offset. The source before the offset must be valid UTF-8.</summary>
    public static Location Locate(ReadOnlySpan<byte> source, int position)
    {
        var (line, lineStart) = CountLines(source[..position]);
        return new Location(1 + line, 1 + Encoding.UTF8.GetCharCount(source[lineStart..position]));
    }

    /// <summary>The number of line terminators in a text (§2.1.2), and the start of its last line.</summary>
    public static (int Terminators, int LastLineStart) CountLines(ReadOnlySpan<byte> text)
    {
        var (terminators, lineStart) = (0, 0);
        while (text[lineStart..].IndexOfAny((byte)'\n', (byte)'\r') is >= 0 and var length)
        {
            lineStart += length;
            lineStart += text[lineStart..].StartsWith("\r\n"u8) ? 2 : 1;
            terminators++;
        }

        return (terminators, lineStart);
    }
}
