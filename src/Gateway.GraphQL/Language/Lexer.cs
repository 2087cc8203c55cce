using System.Buffers;
using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>
/// Splits valid UTF-8 into tokens (GraphQL September 2025, §2.1, https://spec.graphql.org/September2025/#sec-Language). It can't be used
/// after a failure.
/// </summary>
internal ref partial struct Lexer(ReadOnlySpan<byte> source)
{
    private static readonly SearchValues<byte> NameContinue =
        SearchValues.Create("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"u8);
    private static readonly SearchValues<byte> Punctuators = SearchValues.Create("!$&():=@[]{|}"u8);
    private static readonly SearchValues<byte> BlanksAndCommas = SearchValues.Create(" \t,"u8);

    private readonly ReadOnlySpan<byte> _source = source;
    private int _position;
    private int _line = 1;

    // The column is the distance from this position, plus one. Columns count UTF-16 code units, so a text with more bytes than code units
    // moves this position forward by the difference.
    private int _lineStart;

    /// <summary>The error after <see cref="Next"/> returned a token of the kind <see cref="TokenKind.Failed"/>.</summary>
    public SyntaxError? Fault { get; private set; }

    private readonly ReadOnlySpan<byte> Rest => _source[_position..];

    public readonly ReadOnlySpan<byte> Text(in Token token) => _source.Slice(token.Start, token.Length);

    public Token Next()
    {
        SkipIgnored();
        if (_position == _source.Length)
            return Take(TokenKind.EndOfFile, 0);
        return _source[_position] switch
        {
            (byte)'.' when Rest.StartsWith("..."u8) => Take(TokenKind.Spread, 3),
            var punctuator when Punctuators.Contains(punctuator) => Take((TokenKind)punctuator, 1),
            (byte)'"' when Rest.StartsWith(BlockQuotes) => NextBlockString(),
            (byte)'"' => NextString(),
            (byte)'-' or (>= (byte)'0' and <= (byte)'9') => NextNumber(),
            (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (byte)'_' =>
                Take(TokenKind.Name, LengthOf(Rest, NameContinue)),
            (byte)'\'' => Fail(_position, "Unexpected single quote character ('), did you mean to use a double quote (\")?"),
            _ => Fail(_position, $"Unexpected character: {DescribeAt(_position)}."),
        };
    }

    /// <summary>Skips byte order marks, white space, line terminators, comments and commas (§2.1.6).</summary>
    private void SkipIgnored()
    {
        while (_position < _source.Length)
        {
            switch (_source[_position])
            {
                case (byte)' ' or (byte)'\t' or (byte)',':
                    _position += LengthOf(Rest, BlanksAndCommas);
                    break;
                case (byte)'\n' or (byte)'\r':
                    _position += Rest.StartsWith("\r\n"u8) ? 2 : 1;
                    _line++;
                    _lineStart = _position;
                    break;
                case (byte)'#':
                    var length = Rest.IndexOfAny((byte)'\n', (byte)'\r');
                    Pass(length < 0 ? Rest.Length : length);
                    break;
                case 0xEF when Rest.StartsWith("\uFEFF"u8):
                    Pass(3);
                    break;
                default:
                    return;
            }
        }
    }

    private static int LengthOf(ReadOnlySpan<byte> text, SearchValues<byte> values) =>
        text.IndexOfAnyExcept(values) is >= 0 and var length ? length : text.Length;

    private Token Take(TokenKind kind, int length)
    {
        var token = new Token(kind, _position, length, new Location(_line, 1 + _position - _lineStart));
        _position += length;
        return token;
    }

    /// <summary>Moves past text within one line. The text may be non-ASCII.</summary>
    private void Pass(int length)
    {
        _lineStart += length - Encoding.UTF8.GetCharCount(Rest[..length]);
        _position += length;
    }

    private Token Fail(int position, string message)
    {
        Fault = new SyntaxError(message, SourceText.Locate(_source, position));
        return default;
    }

    private readonly byte ByteAt(int position) => position < _source.Length ? _source[position] : (byte)0;

    private readonly string DescribeAt(int position)
    {
        if (position >= _source.Length)
            return TokenKind.EndOfFile.Describe();
        Rune.DecodeFromUtf8(_source[position..], out var rune, out _);
        return rune.Value switch
        {
            '"' => "'\"'",
            >= 0x20 and <= 0x7E => $"\"{rune}\"",
            var value => string.Create(CultureInfo.InvariantCulture, $"U+{value:X4}"),
        };
    }
}
