using Gateway.GraphQL.Validation.Facts;
using Gateway.GraphQL.Validation.Merging;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Fields with the same response name must have the same shape (GraphQL September 2025, §5.3.2,
/// https://spec.graphql.org/September2025/#sec-Field-Selection-Merging). If they may belong to the same object, they must also be the same
/// field with the same arguments.
/// </summary>
/// <remarks>
/// The specification compares fields pair by pair. Both relations are equivalences, so it is enough to group the fields of a merged set by
/// response name and to compare each with the first of its group. Then their selection sets are merged in turn. Each merged set is checked
/// once, however many paths lead to it, so fragments can't multiply the work. The rest is bounded by
/// <see cref="ValidationOptions.MaxAllowedFieldMergeComparisons"/>.
/// </remarks>
internal sealed class FieldSelectionMerging() : ValidationRule("Field-Selection-Merging"), IRule<DocumentFacts>
{
    public void Check(DocumentFacts document, ValidationContext context)
    {
        var merge = new FieldMerge(this, context);
        foreach (var operation in document.Operations)
        {
            if (!merge.TryCheck(operation.Selections))
            {
                var location = operation.Node.Location;
                context.GiveUp(
                    this, "It takes too much work to find out whether the fields can be merged.", ErrorCodes.MergeLimit, location);
                return;
            }
        }
    }
}
