using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>
/// The names of the locations where a directive may be applied (GraphQL September 2025, §3.13,
/// https://spec.graphql.org/September2025/#sec-Type-System.Directives), in the order of <c>DirectiveLocation</c>.
/// </summary>
internal static class DirectiveLocations
{
    public static ImmutableArray<string> All { get; } =
    [
        "QUERY",
        "MUTATION",
        "SUBSCRIPTION",
        "FIELD",
        "FRAGMENT_DEFINITION",
        "FRAGMENT_SPREAD",
        "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION",
        "SCHEMA",
        "SCALAR",
        "OBJECT",
        "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION",
        "INTERFACE",
        "UNION",
        "ENUM",
        "ENUM_VALUE",
        "INPUT_OBJECT",
        "INPUT_FIELD_DEFINITION",
    ];
}
