namespace Gateway.GraphQL.Language;

/// <summary>Limits of the parser. A document beyond a limit is a syntax error. Each limit is at least 1.</summary>
public sealed record ParserOptions
{
    /// <summary>The default limits.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>The options for documents that belong to the program. They only limit nesting, which protects the stack.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxAllowedFields = int.MaxValue, MaxAllowedDirectives = int.MaxValue };

    /// <summary>Fields in all selection sets of a document. Default: 2,048.</summary>
    public int MaxAllowedFields { get; init => field = Limit.AtLeastOne(value); } = 2048;

    /// <summary>Aliases in all selection sets of a document. Default: unlimited.</summary>
    public int MaxAllowedAliases { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>
    /// Tokens of a document, without ignored tokens (GraphQL September 2025, §2.1.6,
    /// https://spec.graphql.org/September2025/#sec-Ignored-Tokens). Default: unlimited.
    /// </summary>
    public int MaxAllowedTokens { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>The depth of nested selection sets, values and types. At most 500, which fits a stack of 1 MiB. Default: 200.</summary>
    public int MaxAllowedRecursionDepth { get; init => field = Limit.Between(1, 500, value); } = 200;

    /// <summary>Directives at one location. Default: 4.</summary>
    public int MaxAllowedDirectives { get; init => field = Limit.AtLeastOne(value); } = 4;
}
