namespace Gateway.GraphQL.Language;

internal ref partial struct Lexer
{
    /// <summary>
    /// Reads an integer (GraphQL September 2025, §2.10.1, https://spec.graphql.org/September2025/#sec-Int-Value) or float (§2.10.2). No
    /// digit, dot or name may follow it directly.
    /// </summary>
    private Token NextNumber()
    {
        var kind = TokenKind.Int;
        var end = _position;
        if (ByteAt(end) == '-')
            end++;
        if (ByteAt(end) == '0')
        {
            end++;
            if (char.IsAsciiDigit((char)ByteAt(end)))
                return Fail(end, $"Invalid number, unexpected digit after 0: {DescribeAt(end)}.");
        }
        else if (!SkipDigits(ref end))
            return ExpectedDigit(end);

        if (ByteAt(end) == '.')
        {
            kind = TokenKind.Float;
            end++;
            if (!SkipDigits(ref end))
                return ExpectedDigit(end);
        }

        if (ByteAt(end) is (byte)'e' or (byte)'E')
        {
            kind = TokenKind.Float;
            end++;
            if (ByteAt(end) is (byte)'+' or (byte)'-')
                end++;
            if (!SkipDigits(ref end))
                return ExpectedDigit(end);
        }

        return ByteAt(end) == '.' || NameContinue.Contains(ByteAt(end)) ? ExpectedDigit(end) : Take(kind, end - _position);
    }

    private readonly bool SkipDigits(ref int position)
    {
        var start = position;
        while (char.IsAsciiDigit((char)ByteAt(position)))
            position++;
        return position > start;
    }

    private Token ExpectedDigit(int position) => Fail(position, $"Invalid number, expected digit but got: {DescribeAt(position)}.");
}
