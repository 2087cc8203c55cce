namespace Gateway.GraphQL.Language;

internal ref partial struct Parser
{
    private TypeNode ParseType()
    {
        var start = _token.Location;
        var type = _token.Kind == TokenKind.LeftBracket ? ParseListType() : (TypeNode)ParseNamedType();
        return Skip(TokenKind.Bang) ? new NonNullTypeNode(type, start) : type;
    }

    private ListTypeNode ParseListType()
    {
        var start = _token.Location;
        Descend();
        Skip(TokenKind.LeftBracket);
        var type = ParseType();
        Expect(TokenKind.RightBracket);
        Ascend();
        return new ListTypeNode(type, start);
    }

    private NamedTypeNode ParseNamedType()
    {
        var start = _token.Location;
        return new NamedTypeNode(ParseName(), start);
    }
}
