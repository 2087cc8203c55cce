using System.Buffers;
using System.Globalization;

namespace Gateway.GraphQL.AspNetCore.Responses;

/// <summary>An element of <c>Accept</c> (RFC 9110, section 12.5.1), read in linear time and without memory.</summary>
internal readonly ref struct MediaRange
{
    private static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>The type and the subtype, each of which may be <c>*</c>.</summary>
    public ReadOnlySpan<char> Type { get; private init; }

    /// <summary>The character encoding; empty for none.</summary>
    public ReadOnlySpan<char> Charset { get; private init; }

    /// <summary>The weight, from 0 to 1.</summary>
    public double Quality { get; private init; }

    /// <summary>Takes the next element off a list, without the white space around it. It may be empty (section 5.6.1).</summary>
    public static ReadOnlySpan<char> Next(scoped ref ReadOnlySpan<char> list) => Cut(ref list, ',');

    public static bool TryParse(ReadOnlySpan<char> element, out MediaRange range)
    {
        range = default;
        var type = Cut(ref element, ';');
        var slash = type.IndexOf('/');

        // The default of Java's HttpURLConnection ends in `*; q=.2, */*; q=.2`.
        if (type is not "*" && !(slash > 0 && IsToken(type[..slash]) && IsToken(type[(slash + 1)..])))
        {
            return false;
        }

        ReadOnlySpan<char> charset = default;
        var quality = 1.0;
        while (!element.IsEmpty)
        {
            var parameter = Cut(ref element, ';');
            var equals = parameter.IndexOf('=');
            if (parameter.IsEmpty)
            {
                continue;
            }

            if (equals < 0 || !IsToken(parameter[..equals]) || !TryUnquote(parameter[(equals + 1)..], out var value))
            {
                return false;
            }

            var name = parameter[..equals];
            if (name.Equals("charset", StringComparison.OrdinalIgnoreCase))
            {
                charset = value;
            }
            else if (name.Equals("q", StringComparison.OrdinalIgnoreCase) && !TryReadQuality(value, out quality))
            {
                return false;
            }
        }

        range = new MediaRange { Type = type is "*" ? "*/*" : type, Charset = charset, Quality = quality };
        return true;
    }

    /// <summary>Takes what is before the separator off the text. A separator in a quoted string does not count.</summary>
    private static ReadOnlySpan<char> Cut(scoped ref ReadOnlySpan<char> text, char separator)
    {
        var isQuoted = false;
        var end = 0;
        for (; end < text.Length && (isQuoted || text[end] != separator); end++)
        {
            if (text[end] == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted && text[end] == '\\')
            {
                end++;
            }
        }

        var part = text[..Math.Min(end, text.Length)].Trim(" \t");
        text = text[Math.Min(end + 1, text.Length)..];
        return part;
    }

    private static bool TryReadQuality(ReadOnlySpan<char> text, out double quality) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out quality) && quality is >= 0 and <= 1;

    private static bool IsToken(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExcept(TokenCharacters);

    private static bool TryUnquote(ReadOnlySpan<char> text, out ReadOnlySpan<char> value)
    {
        var isQuoted = text.Length > 1 && text[0] == '"' && text[^1] == '"';
        value = isQuoted ? text[1..^1] : text;
        return isQuoted || IsToken(text);
    }
}
