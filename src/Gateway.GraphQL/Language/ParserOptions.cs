namespace Gateway.GraphQL.Language;

/// <summary>What a document may cost to parse. A document beyond a limit does not parse; each limit is at least 1.</summary>
public sealed record ParserOptions
{
    /// <summary>The limits that stand where none are set.</summary>
    public static ParserOptions Default { get; } = new();

    /// <summary>No limits but those of the stack: for documents that the program itself carries.</summary>
    public static ParserOptions Trusted { get; } = new() { MaxAllowedFields = int.MaxValue, MaxAllowedDirectives = int.MaxValue };

    /// <summary>Fields in all selection sets of a document together; 2048 by default.</summary>
    public int MaxAllowedFields { get; init => field = Limit.AtLeastOne(value); } = 2048;

    /// <summary>Aliases in all selection sets of a document together; unlimited by default.</summary>
    public int MaxAllowedAliases { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>Tokens of a document, without ignored ones (§2.1.7); unlimited by default.</summary>
    public int MaxAllowedTokens { get; init => field = Limit.AtLeastOne(value); } = int.MaxValue;

    /// <summary>How deep selection sets, values and types may nest; 200 by default, 500 at most, which a stack of 1 MiB holds.</summary>
    public int MaxAllowedRecursionDepth { get; init => field = Limit.Between(1, 500, value); } = 200;

    /// <summary>Directives applied at one place; 4 by default.</summary>
    public int MaxAllowedDirectives { get; init => field = Limit.AtLeastOne(value); } = 4;
}
