using System.Collections.Immutable;
using System.Text.Json;

namespace Gateway.GraphQL.Language;

/// <summary>A location where a directive may be applied.</summary>
[GraphQLName("__DirectiveLocation")]
public enum DirectiveLocation
{
    /// <summary>A query.</summary>
    Query,

    /// <summary>A mutation.</summary>
    Mutation,

    /// <summary>A subscription.</summary>
    Subscription,

    /// <summary>A field.</summary>
    Field,

    /// <summary>The definition of a fragment.</summary>
    FragmentDefinition,

    /// <summary>A fragment spread.</summary>
    FragmentSpread,

    /// <summary>An inline fragment.</summary>
    InlineFragment,

    /// <summary>The definition of a variable.</summary>
    VariableDefinition,

    /// <summary>The schema.</summary>
    Schema,

    /// <summary>A scalar.</summary>
    Scalar,

    /// <summary>An object type.</summary>
    Object,

    /// <summary>The definition of a field.</summary>
    FieldDefinition,

    /// <summary>The definition of an argument.</summary>
    ArgumentDefinition,

    /// <summary>An interface.</summary>
    Interface,

    /// <summary>A union.</summary>
    Union,

    /// <summary>An enum.</summary>
    Enum,

    /// <summary>A value of an enum.</summary>
    EnumValue,

    /// <summary>An input object type.</summary>
    InputObject,

    /// <summary>The definition of a field of an input object.</summary>
    InputFieldDefinition,
}

internal static class DirectiveLocations
{
    /// <summary>
    /// The names of the locations in documents (GraphQL September 2025, §3.13,
    /// https://spec.graphql.org/September2025/#sec-Type-System.Directives), in the order of <see cref="DirectiveLocation"/>.
    /// </summary>
    public static ImmutableArray<string> All { get; } =
        [.. Enum.GetNames<DirectiveLocation>().Select(JsonNamingPolicy.SnakeCaseUpper.ConvertName)];
}
