using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>The places where a directive may be applied, by their names (§3.13), in the order of <c>DirectiveLocation</c>.</summary>
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
