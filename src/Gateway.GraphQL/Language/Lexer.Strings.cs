using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.Language;

internal ref partial struct Lexer
{
    private static readonly SearchValues<byte> StringStops = SearchValues.Create("\"\\\n\r"u8);

    /// <summary>
    /// Reads a quoted string (GraphQL September 2025, §2.10.4, https://spec.graphql.org/September2025/#sec-String-Value). It may contain
    /// any Unicode scalar value except line terminators.
    /// </summary>
    private Token NextString()
    {
        StringBuilder? value = null;
        var chunk = _position + 1;
        while (true)
        {
            var length = _source[chunk..].IndexOfAny(StringStops);
            var stop = length < 0 ? _source.Length : chunk + length;
            switch (ByteAt(stop))
            {
                case (byte)'"' when value is null:
                    return TakeString(TokenKind.String, stop + 1, Encoding.UTF8.GetString(_source[chunk..stop]));
                case (byte)'"':
                    value.Append(Encoding.UTF8.GetString(_source[chunk..stop]));
                    return TakeString(TokenKind.String, stop + 1, value.ToString());
                case (byte)'\\':
                    value ??= new StringBuilder();
                    value.Append(Encoding.UTF8.GetString(_source[chunk..stop]));
                    var size = ReadEscape(stop, value);
                    if (size == 0)
                        return default;
                    chunk = stop + size;
                    break;
                default:
                    return Fail(stop, "Unterminated string.");
            }
        }
    }

    private Token TakeString(TokenKind kind, int end, string value)
    {
        var token = new Token(kind, _position, end - _position, new Location(_line, 1 + _position - _lineStart), value);
        Pass(end - _position);
        return token;
    }

    /// <summary>Appends the value of an escape sequence. Returns its length in bytes, or 0 if it is invalid.</summary>
    private int ReadEscape(int position, StringBuilder value)
    {
        if (ByteAt(position + 1) == 'u')
            return ByteAt(position + 2) == '{' ? ReadVariableEscape(position, value) : ReadFixedEscape(position, value);
        char? escaped = ByteAt(position + 1) switch
        {
            (byte)'"' => '"',
            (byte)'\\' => '\\',
            (byte)'/' => '/',
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            _ => null,
        };
        if (escaped is null)
            return FailEscape("character", position, 2);
        value.Append(escaped.Value);
        return 2;
    }

    /// <summary>Reads <c>\u{1F4A9}</c>: any number of hex digits that give a Unicode scalar value.</summary>
    private int ReadVariableEscape(int position, StringBuilder value)
    {
        var code = 0;
        var end = position + 3;
        for (; char.IsAsciiHexDigit((char)ByteAt(end)) && code <= 0x10FFFF; end++)
            code = (code << 4) | HexDigit(ByteAt(end));
        if (end == position + 3 || ByteAt(end) != '}' || !Rune.TryCreate(code, out var rune))
            return FailEscape("Unicode", position, end + 1 - position);
        value.Append(rune.ToString());
        return end + 1 - position;
    }

    /// <summary>Reads <c>\u00e9</c>, or two of them that form a surrogate pair (legacy).</summary>
    private int ReadFixedEscape(int position, StringBuilder value)
    {
        var code = ReadHex4(position + 2);
        if (code >= 0 && !char.IsSurrogate((char)code))
        {
            value.Append((char)code);
            return 6;
        }

        if (code >= 0 && char.IsHighSurrogate((char)code) && ByteAt(position + 6) == '\\' && ByteAt(position + 7) == 'u'
            && ReadHex4(position + 8) is >= 0 and var low && char.IsLowSurrogate((char)low))
        {
            value.Append((char)code).Append((char)low);
            return 12;
        }

        return FailEscape("Unicode", position, 6);
    }

    private readonly int ReadHex4(int position) =>
        position + 4 <= _source.Length
        && int.TryParse(_source.Slice(position, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
            ? code
            : -1;

    private static int HexDigit(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private int FailEscape(string kind, int position, int length)
    {
        var end = Math.Min(position + Math.Min(length, 12), _source.Length);
        while (end < _source.Length && (_source[end] & 0xC0) == 0x80)
            end++;
        Fail(position, $"Invalid {kind} escape sequence: \"{Encoding.UTF8.GetString(_source[position..end])}\".");
        return 0;
    }
}
