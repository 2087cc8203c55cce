using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

internal ref partial struct Parser
{
    /// <summary>
    /// Parses a type system definition or extension (GraphQL September 2025, §3, https://spec.graphql.org/September2025/#sec-Type-System,
    /// §3.1). Null for another keyword, which is not consumed.
    /// </summary>
    private DefinitionNode? ParseTypeSystemDefinition(string keyword, in DefinitionHeader header)
    {
        if (keyword is not ("schema" or "scalar" or "type" or "interface" or "union" or "enum" or "input")
            && (keyword is not "directive" || header.IsExtension))
            return null;
        Advance();
        _isConstant = true;
        return keyword switch
        {
            "schema" => ParseSchema(header),
            "scalar" => ParseScalar(header),
            "type" => ParseComplexType(header, isInterface: false),
            "interface" => ParseComplexType(header, isInterface: true),
            "union" => ParseUnion(header),
            "enum" => ParseEnum(header),
            "input" => ParseInputObject(header),
            _ => ParseDirectiveDefinition(header),
        };
    }

    private SchemaDefinitionNode ParseSchema(in DefinitionHeader header)
    {
        var directives = ParseDirectives();
        ImmutableArray<OperationTypeDefinitionNode> roots = header.IsExtension && _token.Kind != TokenKind.LeftBrace
            ? []
            : Many(TokenKind.LeftBrace, static (ref parser) => parser.ParseOperationTypeDefinition(), TokenKind.RightBrace);
        RefuseEmptyExtension(header, directives.IsEmpty && roots.IsEmpty);
        return new SchemaDefinitionNode(header.IsExtension, header.Description, directives, roots, header.Location);
    }

    private OperationTypeDefinitionNode ParseOperationTypeDefinition()
    {
        var start = _token.Location;
        var operation = ParseOperationType();
        Expect(TokenKind.Colon);
        return new OperationTypeDefinitionNode(operation, ParseNamedType(), start);
    }

    private ScalarTypeDefinitionNode ParseScalar(in DefinitionHeader header)
    {
        var name = ParseName();
        var directives = ParseDirectives();
        RefuseEmptyExtension(header, directives.IsEmpty);
        return new ScalarTypeDefinitionNode(header.IsExtension, header.Description, name, directives, header.Location);
    }

    private TypeDefinitionNode ParseComplexType(in DefinitionHeader header, bool isInterface)
    {
        var (isExtension, description, location) = header;
        var name = ParseName();
        var interfaces = ParseImplementedInterfaces();
        var directives = ParseDirectives();
        var fields = ParseFieldDefinitions();
        RefuseEmptyExtension(header, interfaces.IsEmpty && directives.IsEmpty && fields.IsEmpty);
        return isInterface
            ? new InterfaceTypeDefinitionNode(isExtension, description, name, interfaces, directives, fields, location)
            : new ObjectTypeDefinitionNode(isExtension, description, name, interfaces, directives, fields, location);
    }

    private UnionTypeDefinitionNode ParseUnion(in DefinitionHeader header)
    {
        var name = ParseName();
        var directives = ParseDirectives();
        ImmutableArray<NamedTypeNode> types = Skip(TokenKind.Equal)
            ? Delimited(TokenKind.Pipe, static (ref parser) => parser.ParseNamedType())
            : [];
        RefuseEmptyExtension(header, directives.IsEmpty && types.IsEmpty);
        return new UnionTypeDefinitionNode(header.IsExtension, header.Description, name, directives, types, header.Location);
    }

    private EnumTypeDefinitionNode ParseEnum(in DefinitionHeader header)
    {
        var name = ParseName();
        var directives = ParseDirectives();
        var values = OptionalMany(TokenKind.LeftBrace, static (ref parser) => parser.ParseEnumValueDefinition(), TokenKind.RightBrace);
        RefuseEmptyExtension(header, directives.IsEmpty && values.IsEmpty);
        return new EnumTypeDefinitionNode(header.IsExtension, header.Description, name, directives, values, header.Location);
    }

    private InputObjectTypeDefinitionNode ParseInputObject(in DefinitionHeader header)
    {
        var name = ParseName();
        var directives = ParseDirectives();
        var fields = OptionalMany(TokenKind.LeftBrace, static (ref parser) => parser.ParseInputValueDefinition(), TokenKind.RightBrace);
        RefuseEmptyExtension(header, directives.IsEmpty && fields.IsEmpty);
        return new InputObjectTypeDefinitionNode(header.IsExtension, header.Description, name, directives, fields, header.Location);
    }

    private void RefuseEmptyExtension(in DefinitionHeader header, bool isEmpty)
    {
        if (header.IsExtension && isEmpty)
            Unexpected(_token);
    }
}
