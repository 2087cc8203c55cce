using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// Prints syntax trees; parsing the text gives an equal tree. The indentation is two spaces. Arguments, values, directives and unions that
/// don't fit in 80 columns take a line for each item.
/// </summary>
public static partial class SyntaxPrinter
{
    public static string Print(ValueNode value) => LayoutWriter.Write(Value(value));

    /// <summary>Items in braces, one on each line; nothing without items.</summary>
    internal static Layout Block<T>(IReadOnlyCollection<T> items, Func<T, Layout> print) => items.Count == 0
        ? Layout.Empty
        : Layout.Of(
            " {",
            new Layout.Indent(Layout.Of(Layout.HardLine, Layout.Join(Layout.HardLine, items.Select(print)))),
            Layout.HardLine,
            "}");

    /// <summary>Items in parentheses; nothing without items.</summary>
    internal static Layout Parenthesized<T>(IReadOnlyCollection<T> items, Func<T, Layout> print, bool mustBreak = false) =>
        items.Count == 0 ? Layout.Empty : Enclosed("(", items, print, ")", Layout.SoftLine, mustBreak);

    /// <summary>Items on one line with commas, or one on each line without commas.</summary>
    private static Layout Enclosed<T>(
        string open, IReadOnlyCollection<T> items, Func<T, Layout> print, string close, Layout padding, bool mustBreak = false) =>
        new Layout.Group(
            Layout.Of(
                open, new Layout.Indent(Layout.Of(padding, Layout.Join(new Layout.Line(", "), items.Select(print)))), padding, close),
            mustBreak);

    /// <summary>A word followed by names, separated by bars; on separate lines, a bar precedes each name.</summary>
    internal static Layout Alternatives(string introduction, IEnumerable<string> names) => new Layout.Group(Layout.Of(
        introduction,
        new Layout.Indent(Layout.Of(
            new Layout.Line(" ", "| "), Layout.Join(new Layout.Line(" | ", "| "), names.Select(name => (Layout)name))))));

    internal static Layout Implements(IReadOnlyCollection<string> interfaces) => interfaces.Count == 0
        ? Layout.Empty
        : new Layout.Group(Layout.Of(
            " implements ", new Layout.Indent(Layout.Join(Layout.Of(" &", Layout.Blank), interfaces.Select(name => (Layout)name)))));

    internal static Layout Directives(ImmutableArray<DirectiveNode> directives) => directives.IsEmpty
        ? Layout.Empty
        : new Layout.Group(new Layout.Indent(
            Layout.Of([.. directives.Select(directive => Layout.Of(Layout.Blank, Directive(directive)))])));

    private static Layout Directive(DirectiveNode directive) => Layout.Of("@" + directive.Name, Arguments(directive.Arguments));

    internal static Layout Arguments(ImmutableArray<ArgumentNode> arguments) =>
        Parenthesized(arguments, static argument => Argument(argument.Name, argument.Value));

    private static Layout Argument(string name, ValueNode value) => Layout.Of(name + ": ", Value(value));

    internal static Layout DefaultValue(ValueNode? value) => value is null ? Layout.Empty : Layout.Of(" = ", Value(value));
}
