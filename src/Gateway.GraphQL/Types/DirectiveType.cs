namespace Gateway.GraphQL.Types;

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

/// <summary>
/// The definition of a directive (GraphQL September 2025, §3.13, https://spec.graphql.org/September2025/#sec-Type-System.Directives). A
/// repeatable directive may be applied more than once at one location.
/// </summary>
public sealed record DirectiveType(
    string Name, string? Description, IReadOnlyList<InputField> Arguments, bool IsRepeatable, IReadOnlyList<DirectiveLocation> Locations);
