namespace Gateway.GraphQL.Validation;

/// <summary>A rule of validation (§5). Rules are stateless, independent of each other, and never throw.</summary>
/// <param name="section">The anchor of the rule's section in the specification.</param>
internal abstract class ValidationRule(string section)
{
    /// <summary>The rule's part of every error's <c>extensions</c>.</summary>
    public IReadOnlyDictionary<string, object?> Extensions { get; } = new Dictionary<string, object?>
    {
        ["specifiedBy"] = $"https://spec.graphql.org/September2025/#sec-{section}",
    };
}

/// <summary>A rule looks at each <typeparamref name="T"/> of a document; it may look at things of several kinds.</summary>
internal interface IRule<T>
{
    void Check(T subject, ValidationContext context);
}
