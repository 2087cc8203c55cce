namespace Gateway.GraphQL.Language;

/// <summary>The start of a node in its document. Both numbers are 1-based (§7.1.2). Columns count UTF-16 code units.</summary>
public readonly record struct Location(int Line, int Column);

/// <summary>A node of the syntax tree. The tree is immutable: all requests with the document share it.</summary>
public abstract record SyntaxNode(Location Location);
