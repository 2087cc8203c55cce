using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The type condition of a fragment.</summary>
/// <param name="Node">As it is written.</param>
/// <param name="Fragment">The name of the fragment; null for an inline fragment.</param>
/// <param name="Type">Null where the schema has no such type.</param>
internal readonly record struct TypeCondition(NamedTypeNode Node, string? Fragment, NamedType? Type)
{
    /// <summary>How messages name the fragment.</summary>
    public string Title => Fragment is null ? "An inline fragment" : $"The fragment `{Fragment}`";
}

/// <summary>A place where a fragment is spread, named or inline, with types known to be composite.</summary>
/// <param name="Location">Of the spread.</param>
/// <param name="Fragment">The name of the fragment; null for an inline fragment.</param>
/// <param name="Parent">The type that it is spread on.</param>
/// <param name="Condition">The type that the fragment is on.</param>
internal readonly record struct AppliedFragment(Location Location, string? Fragment, NamedType Parent, NamedType Condition);
