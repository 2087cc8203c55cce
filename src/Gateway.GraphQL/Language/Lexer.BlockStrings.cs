using System.Text;

namespace Gateway.GraphQL.Language;

internal ref partial struct Lexer
{
    private static ReadOnlySpan<byte> BlockQuotes => "\"\"\""u8;

    /// <summary>
    /// Reads a block string (GraphQL September 2025, §2.10.4, https://spec.graphql.org/September2025/#sec-String-Value). Its only escape
    /// sequence is <c>\"""</c>.
    /// </summary>
    private Token NextBlockString()
    {
        var start = _position + BlockQuotes.Length;
        var end = start;
        while (true)
        {
            var length = _source[end..].IndexOfAny((byte)'"', (byte)'\\');
            if (length < 0)
                return Fail(_source.Length, "Unterminated string.");
            end += length;
            if (_source[end..].StartsWith(BlockQuotes))
                break;
            end += _source[end..].StartsWith("\\\"\"\""u8) ? 4 : 1;
        }

        var raw = _source[start..end];
        var location = new Location(_line, 1 + _position - _lineStart);
        var (terminators, lastLineStart) = SourceText.CountLines(raw);
        var value = BlockString.Read(Encoding.UTF8.GetString(raw));
        var token = new Token(TokenKind.BlockString, _position, end + BlockQuotes.Length - _position, location, value);
        if (terminators > 0)
        {
            _line += terminators;
            _position = _lineStart = start + lastLineStart;
        }

        Pass(end + BlockQuotes.Length - _position);
        return token;
    }
}
