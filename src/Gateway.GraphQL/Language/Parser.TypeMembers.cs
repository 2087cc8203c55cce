using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

internal ref partial struct Parser
{
    private ImmutableArray<NamedTypeNode> ParseImplementedInterfaces() => SkipKeyword("implements"u8)
        ? Delimited(TokenKind.Ampersand, static (ref parser) => parser.ParseNamedType())
        : [];

    private ImmutableArray<FieldDefinitionNode> ParseFieldDefinitions() =>
        OptionalMany(TokenKind.LeftBrace, static (ref parser) => parser.ParseFieldDefinition(), TokenKind.RightBrace);

    private FieldDefinitionNode ParseFieldDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        Expect(TokenKind.Colon);
        var type = ParseType();
        return new FieldDefinitionNode(description, name, arguments, type, ParseDirectives(), start);
    }

    private ImmutableArray<InputValueDefinitionNode> ParseArgumentDefinitions() => OptionalMany(
        TokenKind.LeftParenthesis, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.RightParenthesis);

    private InputValueDefinitionNode ParseInputValueDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var name = ParseName();
        Expect(TokenKind.Colon);
        var type = ParseType();
        var defaultValue = Skip(TokenKind.Equal) ? ParseValue() : null;
        return new InputValueDefinitionNode(description, name, type, defaultValue, ParseDirectives(), start);
    }

    private EnumValueDefinitionNode ParseEnumValueDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        if (PeekName() is "true" or "false" or "null")
            Fail(_token.Location, $"{Describe(_token)} is reserved and cannot be used for an enum value.");
        return new EnumValueDefinitionNode(description, ParseName(), ParseDirectives(), start);
    }

    private DirectiveDefinitionNode ParseDirectiveDefinition(in DefinitionHeader header)
    {
        Expect(TokenKind.At);
        var name = ParseName();
        var arguments = ParseArgumentDefinitions();
        var isRepeatable = SkipKeyword("repeatable"u8);
        ExpectKeyword("on"u8);
        var locations = Delimited(TokenKind.Pipe, static (ref parser) => parser.ParseDirectiveLocation());
        return new DirectiveDefinitionNode(header.Description, name, arguments, isRepeatable, locations, header.Location);
    }

    private string ParseDirectiveLocation()
    {
        var token = _token;
        var location = ParseName();
        if (!DirectiveLocations.All.Contains(location))
            Unexpected(token);
        return location;
    }
}
