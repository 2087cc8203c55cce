namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// What is required is not deprecated (GraphQL September 2025, §3.13.3, https://spec.graphql.org/September2025/#sec--deprecated).
/// </summary>
internal static class Deprecations
{
    public static IEnumerable<string> Check(SchemaParts schema) =>
        from input in schema.Inputs
        where input.Field is { IsRequired: true, DeprecationReason: not null }
        select $"`{input.Coordinate}` is required and can't be deprecated: make it nullable or give it a default first.";
}
