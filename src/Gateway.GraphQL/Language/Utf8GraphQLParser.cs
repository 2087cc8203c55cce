using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Unicode;

namespace Gateway.GraphQL.Language;

/// <summary>
/// Parses GraphQL source text (GraphQL September 2025, §2, https://spec.graphql.org/September2025/#sec-Language). The <c>Try</c> methods
/// never throw.
/// </summary>
public static class Utf8GraphQLParser
{
    /// <summary>Parses a document with executable or type system definitions, or both (§2.3).</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> source,
        ParserOptions options,
        [NotNullWhen(true)] out DocumentNode? document,
        [NotNullWhen(false)] out SyntaxError? error) =>
        TryParse(source, options, static (ref parser) => parser.ParseDocument(), out document, out error);

    /// <summary>Parses a constant value, which has no variables (§2.10).</summary>
    public static bool TryParseValue(
        ReadOnlySpan<byte> source,
        ParserOptions options,
        [NotNullWhen(true)] out ValueNode? value,
        [NotNullWhen(false)] out SyntaxError? error) =>
        TryParse(source, options, static (ref parser) => parser.ParseConstantOnly(), out value, out error);

    /// <summary>Parses a document that belongs to the program.</summary>
    /// <exception cref="SyntaxException">The source has a syntax error.</exception>
    public static DocumentNode Parse(string source) =>
        TryParse(Encoding.UTF8.GetBytes(source), ParserOptions.Trusted, out var document, out var error)
            ? document
            : throw new SyntaxException(error);

    /// <summary>Parses a constant value that belongs to the program.</summary>
    /// <exception cref="SyntaxException">The source has a syntax error.</exception>
    public static ValueNode ParseValue(string source) =>
        TryParseValue(Encoding.UTF8.GetBytes(source), ParserOptions.Trusted, out var value, out var error)
            ? value
            : throw new SyntaxException(error);

    private static bool TryParse<T>(
        ReadOnlySpan<byte> source,
        ParserOptions options,
        Parser.ItemParser<T> parse,
        [NotNullWhen(true)] out T? node,
        [NotNullWhen(false)] out SyntaxError? error)
        where T : SyntaxNode
    {
        node = null;
        if (!Utf8.IsValid(source))
        {
            error = new SyntaxError("Invalid UTF-8.", SourceText.Locate(source, SourceText.FirstInvalid(source)));
            return false;
        }

        var parser = new Parser(source, options);
        var parsed = parse(ref parser);
        error = parser.Fault;
        node = error is null ? parsed : null;
        return error is null;
    }
}
