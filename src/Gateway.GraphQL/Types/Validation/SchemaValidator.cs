namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// Validates a schema by the lists "Type Validation" of the specification (GraphQL September 2025, §3,
/// https://spec.graphql.org/September2025/#sec-Type-System). Errors have schema coordinates, in the order of the rules and then of the
/// definitions. What the model can't express, such as a field that is defined twice, is left to those who build it.
/// </summary>
internal static class SchemaValidator
{
    private static readonly Func<SchemaParts, IEnumerable<string>>[] Rules =
    [
        RootTypes.Check,
        Names.Check,
        Uniqueness.Check,
        NonEmptyTypes.Check,
        InterfaceImplementations.Check,
        Deprecations.Check,
        OneOfFields.Check,
        FiniteInputObjects.Check,
        DefaultValues.Check,
    ];

    public static IReadOnlyList<string> Validate(SchemaParts schema) => [.. Rules.SelectMany(rule => rule(schema))];
}
