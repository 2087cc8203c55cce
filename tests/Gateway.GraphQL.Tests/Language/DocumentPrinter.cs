using Gateway.GraphQL.Language;
using static Gateway.GraphQL.Language.SyntaxPrinter;

namespace Gateway.GraphQL.Tests.Language;

/// <summary>Prints whole documents with the engine's printer for values and schemas, so that tests can parse the output again.</summary>
internal static partial class DocumentPrinter
{
    /// <summary>The text of a node; that of a document ends in a line break.</summary>
    public static string Print(SyntaxNode node) => LayoutWriter.Write(node switch
    {
        DocumentNode document => Layout.Of(Document(document), Layout.HardLine),
        DefinitionNode definition => Definition(definition, isFirst: true),
        ValueNode value => Value(value),
        TypeNode type => TypeName(type),
        _ => throw new ArgumentOutOfRangeException(nameof(node)),
    });

    private static Layout Document(DocumentNode document) => Layout.Join(
        Layout.Of(Layout.HardLine, Layout.HardLine),
        document.Definitions.Select((definition, index) => Definition(definition, index == 0)));

    private static Layout Definition(DefinitionNode definition, bool isFirst) => definition switch
    {
        OperationDefinitionNode operation => Operation(operation, isFirst),
        FragmentDefinitionNode fragment => Fragment(fragment),
        TypeSystemDefinitionNode typeSystem => TypeSystemDefinition(typeSystem),
        _ => throw new ArgumentOutOfRangeException(nameof(definition)),
    };

    private static string TypeName(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name,
        ListTypeNode list => $"[{TypeName(list.Type)}]",
        NonNullTypeNode nonNull => $"{TypeName(nonNull.Type)}!",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
