using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.3.3: scalars and enums have no selection set, and everything else has one.</summary>
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
