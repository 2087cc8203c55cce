using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Validation.Facts;

/// <summary>A selection set with its inline fragments dissolved: every field knows its parent type by itself.</summary>
internal sealed class SelectionFacts
{
    public List<FieldFacts> Fields { get; } = [];

    public List<FragmentSpreadNode> Spreads { get; } = [];
}

/// <summary>A field with what the schema says about it.</summary>
internal sealed class FieldFacts(FieldNode node, NamedType? parent, OutputField? definition)
{
    public FieldNode Node => node;

    /// <summary>The object, interface or union that it is selected on; null where that is not known.</summary>
    public NamedType? Parent => parent;

    /// <summary>Null where the parent is not known or has no such field.</summary>
    public OutputField? Definition => definition;

    /// <summary>Null where it has no selection set.</summary>
    public SelectionFacts? Selections { get; } = node.SelectionSet is null ? null : new SelectionFacts();
}
