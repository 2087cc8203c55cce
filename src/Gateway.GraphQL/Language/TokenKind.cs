namespace Gateway.GraphQL.Language;

/// <summary>
/// The kind of a token (GraphQL September 2025, §2.1.5, https://spec.graphql.org/September2025/#sec-Lexical-Tokens, §2.1.7). The kind of a
/// punctuator is its first character.
/// </summary>
internal enum TokenKind : byte
{
    /// <summary>No token, because of an earlier error. It matches nothing, so the parser stops.</summary>
    Failed,
    EndOfFile,
    Bang = (byte)'!',
    Dollar = (byte)'$',
    Ampersand = (byte)'&',
    LeftParenthesis = (byte)'(',
    RightParenthesis = (byte)')',
    Spread = (byte)'.',
    Colon = (byte)':',
    Equal = (byte)'=',
    At = (byte)'@',
    LeftBracket = (byte)'[',
    RightBracket = (byte)']',
    LeftBrace = (byte)'{',
    Pipe = (byte)'|',
    RightBrace = (byte)'}',
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal static class TokenKinds
{
    /// <summary>The name of the kind in error messages.</summary>
    public static string Describe(this TokenKind kind) => kind switch
    {
        TokenKind.EndOfFile => "<EOF>",
        TokenKind.Spread => "\"...\"",
        > TokenKind.EndOfFile and < TokenKind.Name => $"\"{(char)kind}\"",
        _ => kind.ToString(),
    };
}
