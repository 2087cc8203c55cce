namespace Gateway.GraphQL.Language;

/// <summary>
/// The start of a node in its document. Both numbers start at 1 (GraphQL September 2025, §7.1.6,
/// https://spec.graphql.org/September2025/#sec-Errors). Columns count UTF-16 code units.
/// </summary>
public readonly record struct Location(int Line, int Column);

/// <summary>A node of the syntax tree. The tree is immutable, because all requests with the document share it.</summary>
public abstract record SyntaxNode(Location Location);
