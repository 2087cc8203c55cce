using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>A selection set (§2.4); never empty.</summary>
public sealed record SelectionSetNode(ImmutableArray<SelectionNode> Selections, Location Location) : SyntaxNode(Location);

/// <summary>A field, a fragment spread or an inline fragment.</summary>
public abstract record SelectionNode(ImmutableArray<DirectiveNode> Directives, Location Location) : SyntaxNode(Location);

/// <summary>A field (§2.5); its location is that of its alias where it has one.</summary>
public sealed record FieldNode(
    string? Alias,
    string Name,
    ImmutableArray<ArgumentNode> Arguments,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    Location Location) : SelectionNode(Directives, Location)
{
    /// <summary>The key under which the result is found: the alias, or else the name (§2.7).</summary>
    public string ResponseName => Alias ?? Name;
}

/// <summary>A fragment spread (§2.8).</summary>
public sealed record FragmentSpreadNode(string Name, ImmutableArray<DirectiveNode> Directives, Location Location)
    : SelectionNode(Directives, Location);

/// <summary>An inline fragment (§2.8.2).</summary>
public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    Location Location) : SelectionNode(Directives, Location);

/// <summary>An argument of a field or directive (§2.6).</summary>
public sealed record ArgumentNode(string Name, ValueNode Value, Location Location) : SyntaxNode(Location);

/// <summary>A directive that is applied to something (§2.12).</summary>
public sealed record DirectiveNode(string Name, ImmutableArray<ArgumentNode> Arguments, Location Location) : SyntaxNode(Location);
