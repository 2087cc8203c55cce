using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

internal ref partial struct Parser
{
    public DocumentNode ParseDocument()
    {
        var definitions = ImmutableArray.CreateBuilder<DefinitionNode>();
        do
            definitions.Add(ParseDefinition());
        while (!HasFailed && _token.Kind != TokenKind.EndOfFile);
        return new DocumentNode(definitions.DrainToImmutable(), new Location(1, 1));
    }

    public ValueNode ParseConstantOnly()
    {
        _isConstant = true;
        var value = ParseValue();
        Expect(TokenKind.EndOfFile);
        return value;
    }

    private DefinitionNode ParseDefinition()
    {
        var start = _token.Location;
        _isConstant = false;
        if (_token.Kind == TokenKind.LeftBrace)
            return new OperationDefinitionNode(null, OperationType.Query, null, [], [], ParseSelectionSet(), start);

        var description = ParseDescription();
        if (description is not null && _token.Kind == TokenKind.LeftBrace)
            Fail(start, "Unexpected description, descriptions are not supported on shorthand queries.");

        var header = new DefinitionHeader(IsExtension: false, description, start);
        if (PeekName() is not { } keyword)
            return UnexpectedDefinition(_token);
        if (keyword is "query" or "mutation" or "subscription")
            return ParseOperation(header);
        if (keyword is "fragment")
            return ParseFragmentDefinition(header);
        if (ParseTypeSystemDefinition(keyword, header) is { } definition)
            return definition;
        if (description is not null)
            Fail(start, "Unexpected description, only GraphQL definitions support descriptions.");
        if (!SkipKeyword("extend"u8))
            return UnexpectedDefinition(_token);

        header = header with { IsExtension = true };
        return (PeekName() is { } extended ? ParseTypeSystemDefinition(extended, header) : null) ?? UnexpectedDefinition(_token);
    }

    private string? ParseDescription()
    {
        if (_token.Kind is not (TokenKind.String or TokenKind.BlockString))
            return null;
        var description = _token.Value;
        Advance();
        return description;
    }

    private DefinitionNode UnexpectedDefinition(in Token token)
    {
        Unexpected(token);
        return new ScalarTypeDefinitionNode(IsExtension: false, null, "", [], default);
    }

    /// <summary>The part of a definition before its keyword.</summary>
    private readonly record struct DefinitionHeader(bool IsExtension, string? Description, Location Location);
}
