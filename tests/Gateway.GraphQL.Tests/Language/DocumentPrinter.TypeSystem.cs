using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using static Gateway.GraphQL.Language.SyntaxPrinter;

namespace Gateway.GraphQL.Tests.Language;

internal static partial class DocumentPrinter
{
    private static Layout TypeSystemDefinition(TypeSystemDefinitionNode definition) => Layout.Of(
        Description(definition.Description),
        definition.IsExtension ? "extend " : "",
        definition switch
        {
            SchemaDefinitionNode schema => Layout.Of(
                "schema", Directives(schema.Directives), Block(schema.OperationTypes, OperationTypeDefinition)),
            ScalarTypeDefinitionNode scalar => Head("scalar", scalar),
            ObjectTypeDefinitionNode type => Layout.Of(Head("type", type, type.Interfaces), Block(type.Fields, FieldDefinition)),
            InterfaceTypeDefinitionNode type => Layout.Of(Head("interface", type, type.Interfaces), Block(type.Fields, FieldDefinition)),
            UnionTypeDefinitionNode union => Layout.Of(Head("union", union), UnionMembers(union.Types)),
            EnumTypeDefinitionNode type => Layout.Of(Head("enum", type), Block(type.Values, EnumValueDefinition)),
            InputObjectTypeDefinitionNode input => Layout.Of(Head("input", input), Block(input.Fields, InputValueDefinition)),
            DirectiveDefinitionNode directive => DirectiveDefinition(directive),
            _ => throw new ArgumentOutOfRangeException(nameof(definition)),
        });

    private static Layout Head(string keyword, TypeDefinitionNode type, ImmutableArray<NamedTypeNode> interfaces = default) => Layout.Of(
        $"{keyword} {type.Name}",
        interfaces.IsDefault ? Layout.Empty : Implements([.. interfaces.Select(type => type.Name)]),
        Directives(type.Directives));

    private static Layout UnionMembers(ImmutableArray<NamedTypeNode> types) =>
        types.IsEmpty ? Layout.Empty : Alternatives(" =", types.Select(type => type.Name));

    private static Layout OperationTypeDefinition(OperationTypeDefinitionNode root) => $"{Keyword(root.Operation)}: {root.Type.Name}";

    private static Layout FieldDefinition(FieldDefinitionNode field) => Layout.Of(
        Description(field.Description),
        field.Name,
        ArgumentDefinitions(field.Arguments),
        ": " + TypeName(field.Type),
        Directives(field.Directives));

    private static Layout ArgumentDefinitions(ImmutableArray<InputValueDefinitionNode> arguments) => Parenthesized(
        arguments, InputValueDefinition, arguments.Length > 1 && arguments.Any(argument => argument.Description is not null));

    private static Layout InputValueDefinition(InputValueDefinitionNode input) => Layout.Of(
        Description(input.Description),
        $"{input.Name}: {TypeName(input.Type)}",
        DefaultValue(input.DefaultValue),
        Directives(input.Directives));

    private static Layout EnumValueDefinition(EnumValueDefinitionNode value) =>
        Layout.Of(Description(value.Description), value.Name, Directives(value.Directives));

    private static Layout DirectiveDefinition(DirectiveDefinitionNode directive) => Layout.Of(
        "directive @" + directive.Name,
        ArgumentDefinitions(directive.Arguments),
        directive.IsRepeatable ? " repeatable" : "",
        Alternatives(" on", directive.Locations));
}
