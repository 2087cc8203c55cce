namespace Gateway.GraphQL.Types.Validation;

/// <summary>
/// The root types are different types (GraphQL September 2025, §3.3.1, https://spec.graphql.org/September2025/#sec-Root-Operation-Types).
/// </summary>
internal static class RootTypes
{
    public static IEnumerable<string> Check(SchemaParts schema) =>
        from root in schema.Roots
        group root.Operation.ToString().ToLowerInvariant() by root.Type into roots
        where roots.Count() > 1
        select $"`{roots.Key}` is the root type of {string.Join(" and ", roots)}: each kind of operation needs a type of its own.";
}
