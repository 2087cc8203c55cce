namespace Gateway.GraphQL.Validation;

/// <summary>What validation accepts, and how much work it does before it gives a document up. Each limit is at least 1.</summary>
public sealed record ValidationOptions
{
    /// <summary>After how many errors a document is given up. Default: 5.</summary>
    public int MaxAllowedErrors { get; init => field = Limit.AtLeastOne(value); } = 5;

    /// <summary>
    /// How many fields and spreads may be looked at to find out whether fields can be merged (§5.3.2); each counts once for
    /// every set of fields that it is merged into. Default: 100 000, some milliseconds. Beyond: error <c>HC0107</c>.
    /// </summary>
    public int MaxAllowedFieldMergeComparisons { get; init => field = Limit.AtLeastOne(value); } = 100_000;

    /// <summary>
    /// How many spreads and uses of variables may be looked at to find out which variables each operation uses (§5.8); each counts
    /// once for every operation that reaches it. Default: 100 000, about a millisecond.
    /// </summary>
    public int MaxAllowedFragmentVisits { get; init => field = Limit.AtLeastOne(value); } = 100_000;

    /// <summary>Whether messages suggest names of the schema, which tells callers what is in it. Default: false.</summary>
    public bool IncludeSuggestions { get; init; }
}
