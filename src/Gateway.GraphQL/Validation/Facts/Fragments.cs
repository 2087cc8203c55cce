using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>The type condition of a fragment.</summary>
/// <param name="Node">The type condition in the document.</param>
/// <param name="Fragment">The name of the fragment; null for an inline fragment.</param>
/// <param name="Type">The type in the schema; null if it is unknown.</param>
internal readonly record struct TypeCondition(NamedTypeNode Node, string? Fragment, NamedType? Type)
{
    /// <summary>The fragment's name in error messages.</summary>
    public string Title => Fragment is null ? "An inline fragment" : $"The fragment `{Fragment}`";
}

/// <summary>The use of a named or inline fragment. Both types are composite.</summary>
/// <param name="Location">The location of the spread.</param>
/// <param name="Fragment">The name of the fragment; null for an inline fragment.</param>
/// <param name="Parent">The type of the selection set that contains the spread.</param>
/// <param name="Condition">The fragment's type condition.</param>
internal readonly record struct AppliedFragment(Location Location, string? Fragment, NamedType Parent, NamedType Condition);
