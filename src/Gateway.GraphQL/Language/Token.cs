namespace Gateway.GraphQL.Language;

/// <summary>A lexical token: its bytes in the source, its location, and the value of a string.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, Location Location, string? Value = null);
