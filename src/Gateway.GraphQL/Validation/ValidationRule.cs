namespace Gateway.GraphQL.Validation;

/// <summary>
/// A validation rule (GraphQL September 2025, §5, https://spec.graphql.org/September2025/#sec-Validation). Rules are stateless, independent
/// of each other, and never throw.
/// </summary>
/// <param name="section">The anchor of the rule's section in the specification.</param>
internal abstract class ValidationRule(string section)
{
    /// <summary>The rule's entry in the <c>extensions</c> of its errors.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>
    {
        ["specifiedBy"] = $"https://spec.graphql.org/September2025/#sec-{section}",
    };
}

/// <summary>A rule that checks each <typeparamref name="T"/> of a document. A rule may check several kinds of things.</summary>
internal interface IRule<T>
{
    void Check(T subject, ValidationContext context);
}
