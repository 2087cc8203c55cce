namespace Gateway.GraphQL.Language;

/// <summary>A lexical token: its bytes in the source, where it begins, and for strings the value that they stand for.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, Location Location, string? Value = null);
