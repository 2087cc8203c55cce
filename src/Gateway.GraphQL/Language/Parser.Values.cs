using System.Text;

namespace Gateway.GraphQL.Language;

internal ref partial struct Parser
{
    private ValueNode ParseValue()
    {
        var token = _token;
        switch (token.Kind)
        {
            case TokenKind.LeftBracket:
                return ParseList();
            case TokenKind.LeftBrace:
                return ParseObject();
            case TokenKind.Int:
                Advance();
                return new IntValueNode(Encoding.UTF8.GetString(_lexer.Text(token)), token.Location);
            case TokenKind.Float:
                Advance();
                return new FloatValueNode(Encoding.UTF8.GetString(_lexer.Text(token)), token.Location);
            case TokenKind.String or TokenKind.BlockString:
                Advance();
                return new StringValueNode(token.Value ?? "", token.Kind == TokenKind.BlockString, token.Location);
            case TokenKind.Name:
                return ParseNamedValue();
            case TokenKind.Dollar when _isConstant:
                RefuseVariable();
                return new NullValueNode(token.Location);
            case TokenKind.Dollar:
                return ParseVariable();
            default:
                Unexpected(token);
                return new NullValueNode(token.Location);
        }
    }

    private ValueNode ParseNamedValue()
    {
        var start = _token.Location;
        return ParseName() switch
        {
            "true" => new BooleanValueNode(true, start),
            "false" => new BooleanValueNode(false, start),
            "null" => new NullValueNode(start),
            var name => new EnumValueNode(name, start),
        };
    }

    private void RefuseVariable()
    {
        var dollar = _token;
        Advance();
        if (PeekName() is { } name)
            Fail(dollar.Location, $"Unexpected variable \"${name}\" in constant value.");
        else
            Unexpected(dollar);
    }

    private ListValueNode ParseList()
    {
        var start = _token.Location;
        Descend();
        var items = Any(TokenKind.LeftBracket, static (ref parser) => parser.ParseValue(), TokenKind.RightBracket);
        Ascend();
        return new ListValueNode(items, start);
    }

    private ObjectValueNode ParseObject()
    {
        var start = _token.Location;
        Descend();
        var fields = Any(TokenKind.LeftBrace, static (ref parser) => parser.ParseObjectField(), TokenKind.RightBrace);
        Ascend();
        return new ObjectValueNode(fields, start);
    }

    private ObjectFieldNode ParseObjectField()
    {
        var start = _token.Location;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ObjectFieldNode(name, ParseValue(), start);
    }
}
