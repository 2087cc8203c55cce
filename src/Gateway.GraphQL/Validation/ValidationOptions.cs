namespace Gateway.GraphQL.Validation;

/// <summary>
/// Limits of validation. Each is at least 1. Sections are those of GraphQL September 2025
/// (https://spec.graphql.org/September2025/#sec-Validation).
/// </summary>
public sealed record ValidationOptions
{
    /// <summary>The number of errors after which validation stops. Default: 5.</summary>
    public int MaxAllowedErrors { get; init => field = Limit.AtLeastOne(value); } = 5;

    /// <summary>
    /// The maximum number of visits of fields and fragment spreads by Field Selection Merging (§5.3.2). A field counts once for each set
    /// that it is merged into. Default: 100,000, which takes some milliseconds. A document beyond it is rejected with <c>HC0107</c>.
    /// </summary>
    public int MaxAllowedFieldMergeComparisons { get; init => field = Limit.AtLeastOne(value); } = 100_000;

    /// <summary>
    /// The maximum number of visits of fragment spreads and variable uses by the rules about variables (§5.8). Each counts once for each
    /// operation that reaches it. Default: 100,000, which takes about a millisecond.
    /// </summary>
    public int MaxAllowedFragmentVisits { get; init => field = Limit.AtLeastOne(value); } = 100_000;

    /// <summary>Whether error messages suggest names of the schema, which reveals them to callers. Default: false.</summary>
    public bool IncludeSuggestions { get; init; }
}
