using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Selected fields must exist on their type (GraphQL September 2025, §5.3.1, https://spec.graphql.org/September2025/#sec-Field-Selections).
/// </summary>
internal sealed class FieldSelections() : ValidationRule("Field-Selections"), IRule<FieldFacts>
{
    public void Check(FieldFacts field, ValidationContext context)
    {
        if (field is not { Parent: { } parent, Definition: null, Node: var node })
        {
            return;
        }

        var advice = parent is ComplexType complex
            ? context.Suggest(node.Name, complex.Fields.Select(candidate => candidate.Name))
            : " Of a union, fields are selected in fragments on its types.";
        context.Report(this, $"`{parent}` has no field `{node.Name}`.{advice}", node.Location);
    }
}
