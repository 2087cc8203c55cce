namespace Gateway.GraphQL.Language;

/// <summary>Where a node begins in its document; both numbers are 1-based (§7.1.2), and columns count UTF-16 code units.</summary>
public readonly record struct Location(int Line, int Column);

/// <summary>A node of the syntax tree; the tree is immutable and shared by every request that runs its document.</summary>
public abstract record SyntaxNode(Location Location);
