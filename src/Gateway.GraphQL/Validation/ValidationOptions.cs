namespace Gateway.GraphQL.Validation;

/// <summary>What validation accepts.</summary>
public sealed record ValidationOptions
{
    /// <summary>After how many errors a document is given up, 1 or more. Default: 5.</summary>
    public int MaxAllowedErrors { get; init; } = 5;
}
