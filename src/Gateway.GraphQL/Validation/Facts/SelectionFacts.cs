using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>A selection set without inline fragments. Their fields are part of it, and each field has its own parent type.</summary>
internal sealed class SelectionFacts
{
    public List<FieldFacts> Fields { get; } = [];

    public List<FragmentSpreadNode> Spreads { get; } = [];
}

/// <summary>A field with what the schema says about it.</summary>
internal sealed class FieldFacts(FieldNode node, NamedType? parent, OutputField? definition)
{
    public FieldNode Node => node;

    /// <summary>The object, interface or union type that the field is selected on; null if it is unknown.</summary>
    public NamedType? Parent => parent;

    /// <summary>The field in the schema; null if the parent is unknown or has no such field.</summary>
    public OutputField? Definition => definition;

    /// <summary>The sub-selections; null if there is no selection set.</summary>
    public SelectionFacts? Selections { get; } = node.SelectionSet is null ? null : new SelectionFacts();
}
