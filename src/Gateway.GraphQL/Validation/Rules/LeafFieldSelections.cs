using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// A field of a composite type must have a selection set, and a field of a scalar or enum must not (GraphQL September 2025, §5.3.3,
/// https://spec.graphql.org/September2025/#sec-Leaf-Field-Selections).
/// </summary>
internal sealed class LeafFieldSelections() : ValidationRule("Leaf-Field-Selections"), IRule<FieldFacts>
{
    public void Check(FieldFacts field, ValidationContext context)
    {
        if (field is not { Definition.Type: { } type, Node: var node } || type.Named.IsLeaf == node.SelectionSet is null)
        {
            return;
        }

        var message = node.SelectionSet is not null
            ? $"The field `{field.Parent}.{node.Name}` is of type `{type}`, which has no fields to select."
            : $"The field `{field.Parent}.{node.Name}` is of type `{type}`: "
                + $"say which fields of it are wanted, as in `{node.Name} {{ … }}`.";
        context.Report(this, message, node.SelectionSet?.Location ?? node.Location);
    }
}
