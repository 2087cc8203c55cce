using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Gateway.GraphQL.Language;

/// <summary>Parses GraphQL source text of the September 2025 edition. Whatever the source, the <c>Try</c> methods do not throw.</summary>
public static class Utf8GraphQLParser
{
    /// <summary>A document of executable definitions, of a type system, or of both (§2.3).</summary>
    public static bool TryParse(
        ReadOnlySpan<byte> source,
        ParserOptions options,
        [NotNullWhen(true)] out DocumentNode? document,
        [NotNullWhen(false)] out SyntaxError? error)
    {
        if (RefuseInvalid(source, out document, out error))
            return false;
        var parser = new Parser(source, options);
        return Finish(parser.ParseDocument(), parser.Fault, out document, out error);
    }

    /// <summary>A value in which no variable is used (§2.9).</summary>
    public static bool TryParseValue(
        ReadOnlySpan<byte> source,
        ParserOptions options,
        [NotNullWhen(true)] out ValueNode? value,
        [NotNullWhen(false)] out SyntaxError? error)
    {
        if (RefuseInvalid(source, out value, out error))
            return false;
        var parser = new Parser(source, options);
        return Finish(parser.ParseConstantOnly(), parser.Fault, out value, out error);
    }

    /// <summary>A reference to a type (§2.11).</summary>
    public static bool TryParseType(
        ReadOnlySpan<byte> source,
        ParserOptions options,
        [NotNullWhen(true)] out TypeNode? type,
        [NotNullWhen(false)] out SyntaxError? error)
    {
        if (RefuseInvalid(source, out type, out error))
            return false;
        var parser = new Parser(source, options);
        return Finish(parser.ParseTypeOnly(), parser.Fault, out type, out error);
    }

    /// <summary>A document that the program itself carries.</summary>
    /// <exception cref="SyntaxException">The source is no document.</exception>
    public static DocumentNode Parse(string source) =>
        TryParse(Encoding.UTF8.GetBytes(source), ParserOptions.Trusted, out var document, out var error)
            ? document
            : throw new SyntaxException(error);

    /// <summary>A value without variables that the program itself carries.</summary>
    /// <exception cref="SyntaxException">The source is no such value.</exception>
    public static ValueNode ParseValue(string source) =>
        TryParseValue(Encoding.UTF8.GetBytes(source), ParserOptions.Trusted, out var value, out var error)
            ? value
            : throw new SyntaxException(error);

    /// <summary>A reference to a type that the program itself carries.</summary>
    /// <exception cref="SyntaxException">The source is no reference to a type.</exception>
    public static TypeNode ParseType(string source) =>
        TryParseType(Encoding.UTF8.GetBytes(source), ParserOptions.Trusted, out var type, out var error)
            ? type
            : throw new SyntaxException(error);

    private static bool RefuseInvalid<T>(ReadOnlySpan<byte> source, out T? node, [NotNullWhen(true)] out SyntaxError? error)
        where T : SyntaxNode
    {
        node = null;
        error = SourceText.IsValid(source)
            ? null
            : new SyntaxError("Invalid UTF-8.", SourceText.Locate(source, SourceText.FirstInvalid(source)));
        return error is not null;
    }

    private static bool Finish<T>(
        T parsed, SyntaxError? found, [NotNullWhen(true)] out T? node, [NotNullWhen(false)] out SyntaxError? error)
        where T : SyntaxNode
    {
        error = found;
        node = found is null ? parsed : null;
        return found is null;
    }
}
