using System.Globalization;
using System.Text;

namespace Gateway.Columns;

/// <summary>Instants as the scalar DateTime writes them: RFC 3339 in UTC, with the digits of a second's fraction that there are.</summary>
internal static class InstantText
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public const int MaxLength = 28;

    /// <param name="text">In this form, without quotes; null for any other.</param>
    public static DateTimeOffset? Parse(ReadOnlySpan<byte> text)
    {
        Span<char> chars = stackalloc char[MaxLength];
        return text.Length <= MaxLength
            && DateTimeOffset.TryParseExact(
                chars[..Encoding.ASCII.GetChars(text, chars)], Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;
    }

    /// <summary>Whether the text of an instant is surely the one that DateTime would write of it: most are.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> text) => text is { Length: 20 } and [.., (byte)'Z'] && text[10] == 'T';
}
