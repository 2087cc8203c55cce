using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// Prints syntax so that it reads back as the same: two blanks of indentation, one blank line between definitions, and lines of
/// 80 columns, past which arguments, values, directives and unions take a line for each item.
/// </summary>
public static partial class SyntaxPrinter
{
    /// <summary>The text of a node; that of a document ends in a line break.</summary>
    public static string Print(SyntaxNode node) => LayoutWriter.Write(node switch
    {
        DocumentNode document => Layout.Of(Document(document), Layout.HardLine),
        DefinitionNode definition => Definition(definition, isFirst: true),
        SelectionSetNode selectionSet => SelectionSet(selectionSet),
        SelectionNode selection => Selection(selection),
        ValueNode value => Value(value),
        TypeNode type => TypeName(type),
        VariableDefinitionNode variable => VariableDefinition(variable),
        FieldDefinitionNode field => FieldDefinition(field),
        InputValueDefinitionNode input => InputValueDefinition(input),
        EnumValueDefinitionNode value => EnumValueDefinition(value),
        OperationTypeDefinitionNode root => OperationTypeDefinition(root),
        ArgumentNode argument => Argument(argument.Name, argument.Value),
        ObjectFieldNode field => Argument(field.Name, field.Value),
        DirectiveNode directive => Directive(directive),
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

    /// <summary>The items of a block in braces, one a line; nothing where there are none.</summary>
    private static Layout Block<T>(ImmutableArray<T> items, Func<T, Layout> print) => items.IsEmpty
        ? Layout.Empty
        : Layout.Of(
            " {",
            new Layout.Indent(Layout.Of(Layout.HardLine, Layout.Join(Layout.HardLine, items.Select(print)))),
            Layout.HardLine,
            "}");

    /// <summary>Items in parentheses; nothing where there are none.</summary>
    private static Layout Parenthesized<T>(ImmutableArray<T> items, Func<T, Layout> print, bool mustBreak = false) =>
        items.IsEmpty ? Layout.Empty : Enclosed("(", items, print, ")", Layout.SoftLine, mustBreak);

    /// <summary>Items on one line with commas, or one a line without.</summary>
    private static Layout Enclosed<T>(
        string open, ImmutableArray<T> items, Func<T, Layout> print, string close, Layout padding, bool mustBreak = false) =>
        new Layout.Group(
            Layout.Of(
                open, new Layout.Indent(Layout.Of(padding, Layout.Join(new Layout.Line(", "), items.Select(print)))), padding, close),
            mustBreak);

    /// <summary>Names that a word introduces and bars separate; on lines of their own each has a bar before it.</summary>
    private static Layout Alternatives(string introduction, IEnumerable<string> names) => new Layout.Group(Layout.Of(
        introduction,
        new Layout.Indent(Layout.Of(
            new Layout.Line(" ", "| "), Layout.Join(new Layout.Line(" | ", "| "), names.Select(name => (Layout)name))))));

    private static Layout Directives(ImmutableArray<DirectiveNode> directives) => directives.IsEmpty
        ? Layout.Empty
        : new Layout.Group(new Layout.Indent(
            Layout.Of([.. directives.Select(directive => Layout.Of(Layout.Blank, Directive(directive)))])));

    private static Layout Directive(DirectiveNode directive) => Layout.Of("@" + directive.Name, Arguments(directive.Arguments));

    private static Layout Arguments(ImmutableArray<ArgumentNode> arguments) =>
        Parenthesized(arguments, static argument => Argument(argument.Name, argument.Value));

    private static Layout Argument(string name, ValueNode value) => Layout.Of(name + ": ", Value(value));

    private static Layout DefaultValue(ValueNode? value) => value is null ? Layout.Empty : Layout.Of(" = ", Value(value));

    private static string TypeName(TypeNode type) => type switch
    {
        NamedTypeNode named => named.Name,
        ListTypeNode list => $"[{TypeName(list.Type)}]",
        NonNullTypeNode nonNull => $"{TypeName(nonNull.Type)}!",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
