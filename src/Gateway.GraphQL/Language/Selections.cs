using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// A selection set (GraphQL September 2025, §2.5, https://spec.graphql.org/September2025/#sec-Selection-Sets); never empty.
/// </summary>
public sealed record SelectionSetNode(ImmutableArray<SelectionNode> Selections, Location Location) : SyntaxNode(Location);

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract record SelectionNode(ImmutableArray<DirectiveNode> Directives, Location Location) : SyntaxNode(Location);

/// <summary>A field (§2.6). Its location is the location of its alias if it has one.</summary>
public sealed record FieldNode(
    string? Alias,
    string Name,
    ImmutableArray<ArgumentNode> Arguments,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Location Location) : SelectionNode(Directives, Location)
{
    /// <summary>The field's key in the result: the alias if there is one, or else the name (§2.8).</summary>
    public string ResponseName => Alias ?? Name;
}

/// <summary>A fragment spread (§2.9).</summary>
public sealed record FragmentSpreadNode(string Name, ImmutableArray<DirectiveNode> Directives, Location Location)
    : SelectionNode(Directives, Location);

/// <summary>An inline fragment (§2.9.2).</summary>
public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : SelectionNode(Directives, Location);

/// <summary>An argument of a field or directive (§2.7).</summary>
public sealed record ArgumentNode(string Name, ValueNode Value, Location Location) : NamedValueNode(Name, Value, Location);

/// <summary>A directive as applied to a part of a document (§2.13).</summary>
public sealed record DirectiveNode(string Name, ImmutableArray<ArgumentNode> Arguments, Location Location) : SyntaxNode(Location);
