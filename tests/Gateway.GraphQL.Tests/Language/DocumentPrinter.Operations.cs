using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using static Gateway.GraphQL.Language.SyntaxPrinter;

namespace Gateway.GraphQL.Tests.Language;

internal static partial class DocumentPrinter
{
    private static Layout Operation(OperationDefinitionNode operation, bool isFirst)
    {
        // After a definition without braces the shorthand form would be read as that definition's own block.
        if (isFirst && operation is { Operation: OperationType.Query, Name: null, Description: null }
            && operation.VariableDefinitions.IsEmpty && operation.Directives.IsEmpty)
            return SelectionSet(operation.SelectionSet);
        return Layout.Of(
            Description(operation.Description),
            Keyword(operation.Operation),
            operation.Name is null ? "" : " " + operation.Name,
            VariableDefinitions(operation.VariableDefinitions),
            Directives(operation.Directives),
            " ",
            SelectionSet(operation.SelectionSet));
    }

    private static string Keyword(OperationType operation) => operation switch
    {
        OperationType.Query => "query",
        OperationType.Mutation => "mutation",
        OperationType.Subscription => "subscription",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    private static Layout VariableDefinitions(ImmutableArray<VariableDefinitionNode> variables) => Parenthesized(
        variables, VariableDefinition, variables.Length > 1 && variables.Any(variable => variable.Description is not null));

    private static Layout VariableDefinition(VariableDefinitionNode variable) => Layout.Of(
        Description(variable.Description),
        $"${variable.Variable.Name}: {TypeName(variable.Type)}",
        DefaultValue(variable.DefaultValue),
        Directives(variable.Directives));

    private static Layout Fragment(FragmentDefinitionNode fragment) => Layout.Of(
        Description(fragment.Description),
        $"fragment {fragment.Name} on {fragment.TypeCondition.Name}",
        Directives(fragment.Directives),
        " ",
        SelectionSet(fragment.SelectionSet));

    private static Layout SelectionSet(SelectionSetNode selectionSet) => Layout.Of(
        "{",
        new Layout.Indent(Layout.Of(Layout.HardLine, Layout.Join(Layout.HardLine, selectionSet.Selections.Select(Selection)))),
        Layout.HardLine,
        "}");

    private static Layout Selection(SelectionNode selection) => selection switch
    {
        FieldNode field => Layout.Of(
            field.Alias is null ? field.Name : $"{field.Alias}: {field.Name}",
            Arguments(field.Arguments),
            Directives(field.Directives),
            field.SelectionSet is null ? Layout.Empty : Layout.Of(" ", SelectionSet(field.SelectionSet))),
        FragmentSpreadNode spread => Layout.Of("..." + spread.Name, Directives(spread.Directives)),
        InlineFragmentNode fragment => Layout.Of(
            fragment.TypeCondition is null ? "..." : "... on " + fragment.TypeCondition.Name,
            Directives(fragment.Directives),
            " ",
            SelectionSet(fragment.SelectionSet)),
        _ => throw new ArgumentOutOfRangeException(nameof(selection)),
    };
}
