using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types;

/// <summary>A schema as a document of the schema definition language: root types first, then kind by kind, each by name.</summary>
internal static class SchemaPrinter
{
    public static string Print(Schema schema) => SyntaxPrinter.Print(ToDocument(schema));

    private static DocumentNode ToDocument(Schema schema)
    {
        var types = schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)).ToList();
        var roots = new NamedType?[] { schema.QueryType, schema.MutationType, schema.SubscriptionType }.OfType<NamedType>().ToList();
        IEnumerable<DefinitionNode> definitions =
        [
            SchemaOf(schema),
            .. roots.Select(Define),
            .. Sorted<ObjectType>(types).Where(type => !roots.Contains(type)).Select(Define),
            .. Sorted<InterfaceType>(types).Select(Define),
            .. Sorted<UnionType>(types).Select(Define),
            .. Sorted<InputObjectType>(types).Select(Define),
            .. Sorted<EnumType>(types).Select(Define),
            .. Sorted<ScalarType>(types).Where(type => type.SpecifiedBy is not null || !IsSpecified(type)).Select(Define),
            .. schema.Directives.Where(directive => !SpecifiedDirectives.IsSpecified(directive.Name))
                .OrderBy(directive => directive.Name, StringComparer.Ordinal).Select(Define),
        ];
        return new DocumentNode([.. definitions], default);
    }

    private static IEnumerable<T> Sorted<T>(IEnumerable<NamedType> types)
        where T : NamedType
        => types.OfType<T>().OrderBy(type => type.Name, StringComparer.Ordinal);

    private static bool IsSpecified(ScalarType type) => type.Name is "Int" or "Float" or "String" or "Boolean" or "ID";

    private static SchemaDefinitionNode SchemaOf(Schema schema)
    {
        var operations = new List<OperationTypeDefinitionNode> { Root(OperationType.Query, schema.QueryType) };
        if (schema.MutationType is { } mutation)
        {
            operations.Add(Root(OperationType.Mutation, mutation));
        }

        if (schema.SubscriptionType is { } subscription)
        {
            operations.Add(Root(OperationType.Subscription, subscription));
        }

        return new SchemaDefinitionNode(IsExtension: false, schema.Description, [], [.. operations], default);

        static OperationTypeDefinitionNode Root(OperationType operation, ObjectType type) => new(operation, Reference(type), default);
    }

    private static DefinitionNode Define(NamedType type) => type switch
    {
        ObjectType t => new ObjectTypeDefinitionNode(
            IsExtension: false, t.Description, t.Name, [.. t.Interfaces.Select(Reference)], [.. CostDirectives.On(t.Cost)],
            [.. t.Fields.Select(Define)], default),
        InterfaceType t => new InterfaceTypeDefinitionNode(
            IsExtension: false, t.Description, t.Name, [.. t.Interfaces.Select(Reference)], [], [.. t.Fields.Select(Define)], default),
        UnionType t => new UnionTypeDefinitionNode(
            IsExtension: false, t.Description, t.Name, [], [.. t.Types.Select(Reference)], default),
        EnumType t => new EnumTypeDefinitionNode(
            IsExtension: false, t.Description, t.Name, [],
            [.. t.Values.Select(v => new EnumValueDefinitionNode(v.Description, v.Name, Deprecated(v.DeprecationReason), default))], default),
        InputObjectType t => new InputObjectTypeDefinitionNode(
            IsExtension: false, t.Description, t.Name, t.IsOneOf ? [new DirectiveNode("oneOf", [], default)] : [],
            [.. t.Fields.Select(Define)], default),
        ScalarType t => new ScalarTypeDefinitionNode(
            IsExtension: false, t.Description, t.Name, t.SpecifiedBy is { } url ? [Directive("specifiedBy", "url", url)] : [], default),
        _ => throw new InvalidOperationException($"`{type}` is of no known kind."),
    };

    private static DirectiveDefinitionNode Define(DirectiveType directive) => new(
        directive.Description, directive.Name, [.. directive.Arguments.Select(Define)], directive.IsRepeatable,
        [.. directive.Locations.Select(location => DirectiveLocations.All[(int)location])], default);

    private static FieldDefinitionNode Define(OutputField field) => new(
        field.Description, field.Name, [.. field.Arguments.Select(Define)], Reference(field.Type),
        [.. CostDirectives.On(field), .. Deprecated(field.DeprecationReason)], default);

    private static InputValueDefinitionNode Define(InputField field) => new(
        field.Description, field.Name, Reference(field.Type), field.DefaultValue,
        [.. CostDirectives.On(field.Cost), .. Deprecated(field.DeprecationReason)], default);

    private static System.Collections.Immutable.ImmutableArray<DirectiveNode> Deprecated(string? reason)
        => reason is null ? [] : [Directive("deprecated", "reason", reason)];

    private static DirectiveNode Directive(string name, string argument, string value)
        => new(name, [new ArgumentNode(argument, new StringValueNode(value, IsBlock: false, default), default)], default);

    private static NamedTypeNode Reference(NamedType type) => new(type.Name, default);

    private static TypeNode Reference(GraphQLType type) => type switch
    {
        NonNullType nonNull => new NonNullTypeNode(Reference(nonNull.OfType), default),
        ListType list => new ListTypeNode(Reference(list.OfType), default),
        _ => Reference(type.Named),
    };
}
