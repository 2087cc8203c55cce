using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

internal ref partial struct Parser
{
    private OperationDefinitionNode ParseOperation(in DefinitionHeader header)
    {
        var operation = ParseOperationType();
        var name = _token.Kind == TokenKind.Name ? ParseName() : null;
        var variables = OptionalMany(
            TokenKind.LeftParenthesis, static (ref parser) => parser.ParseVariableDefinition(), TokenKind.RightParenthesis);
        var directives = ParseDirectives();
        var selectionSet = ParseSelectionSet();
        return new OperationDefinitionNode(header.Description, operation, name, variables, directives, selectionSet, header.Location);
    }

    private OperationType ParseOperationType()
    {
        var token = _token;
        switch (ParseName())
        {
            case "query":
                return OperationType.Query;
            case "mutation":
                return OperationType.Mutation;
            case "subscription":
                return OperationType.Subscription;
            default:
                Unexpected(token);
                return default;
        }
    }

    private VariableDefinitionNode ParseVariableDefinition()
    {
        var start = _token.Location;
        var description = ParseDescription();
        var variable = ParseVariable();
        Expect(TokenKind.Colon);
        var type = ParseType();
        _isConstant = true;
        var defaultValue = Skip(TokenKind.Equal) ? ParseValue() : null;
        var directives = ParseDirectives();
        _isConstant = false;
        return new VariableDefinitionNode(description, variable, type, defaultValue, directives, start);
    }

    private VariableNode ParseVariable()
    {
        var start = _token.Location;
        Expect(TokenKind.Dollar);
        return new VariableNode(ParseName(), start);
    }

    private SelectionSetNode ParseSelectionSet()
    {
        var start = _token.Location;
        Descend();
        var selections = Many(TokenKind.LeftBrace, static (ref parser) => parser.ParseSelection(), TokenKind.RightBrace);
        Ascend();
        return new SelectionSetNode(selections, start);
    }

    private SelectionNode ParseSelection() => _token.Kind == TokenKind.Spread ? ParseFragment() : ParseField();

    private FieldNode ParseField()
    {
        var start = _token.Location;
        if (++_fields > _options.MaxAllowedFields && !HasFailed)
            Fail(start, $"Document contains more than {_options.MaxAllowedFields} fields. Parsing aborted.");
        string? alias = null;
        var name = ParseName();
        if (Skip(TokenKind.Colon))
        {
            if (++_aliases > _options.MaxAllowedAliases && !HasFailed)
                Fail(start, $"Document contains more than {_options.MaxAllowedAliases} aliases. Parsing aborted.");
            (alias, name) = (name, ParseName());
        }

        var arguments = ParseArguments();
        var directives = ParseDirectives();
        var selectionSet = _token.Kind == TokenKind.LeftBrace ? ParseSelectionSet() : null;
        return new FieldNode(alias, name, arguments, directives, selectionSet, start);
    }

    /// <summary>
    /// Parses a fragment spread or an inline fragment (GraphQL September 2025, §2.9,
    /// https://spec.graphql.org/September2025/#sec-Language.Fragments).
    /// </summary>
    private SelectionNode ParseFragment()
    {
        var start = _token.Location;
        Expect(TokenKind.Spread);
        var hasCondition = SkipKeyword("on"u8);
        if (!hasCondition && _token.Kind == TokenKind.Name)
            return new FragmentSpreadNode(ParseName(), ParseDirectives(), start);
        var condition = hasCondition ? ParseNamedType() : null;
        return new InlineFragmentNode(condition, ParseDirectives(), ParseSelectionSet(), start);
    }

    private FragmentDefinitionNode ParseFragmentDefinition(in DefinitionHeader header)
    {
        ExpectKeyword("fragment"u8);
        if (IsKeyword("on"u8))
            Unexpected(_token);
        var name = ParseName();
        ExpectKeyword("on"u8);
        var condition = ParseNamedType();
        var directives = ParseDirectives();
        return new FragmentDefinitionNode(header.Description, name, condition, directives, ParseSelectionSet(), header.Location);
    }

    private ImmutableArray<ArgumentNode> ParseArguments() => OptionalMany(
        TokenKind.LeftParenthesis, static (ref parser) => parser.ParseArgument(), TokenKind.RightParenthesis);

    private ArgumentNode ParseArgument()
    {
        var start = _token.Location;
        var name = ParseName();
        Expect(TokenKind.Colon);
        return new ArgumentNode(name, ParseValue(), start);
    }

    private ImmutableArray<DirectiveNode> ParseDirectives()
    {
        if (_token.Kind != TokenKind.At)
            return [];
        var directives = ImmutableArray.CreateBuilder<DirectiveNode>(1);
        while (_token.Kind == TokenKind.At)
        {
            var start = _token.Location;
            if (directives.Count == _options.MaxAllowedDirectives)
                Fail(start, $"Location contains more than {_options.MaxAllowedDirectives} directives. Parsing aborted.");
            Skip(TokenKind.At);
            directives.Add(new DirectiveNode(ParseName(), ParseArguments(), start));
        }

        return directives.DrainToImmutable();
    }
}
