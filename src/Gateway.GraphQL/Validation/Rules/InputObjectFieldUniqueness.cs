using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// A field of an input object must not be repeated (GraphQL September 2025, §5.6.3,
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness). The rule does not depend on the expected type.
/// </summary>
internal sealed class InputObjectFieldUniqueness() : ValidationRule("Input-Object-Field-Uniqueness"), IRule<InputLiteral>
{
    public void Check(InputLiteral literal, ValidationContext context)
    {
        if (literal.Node is ObjectValueNode node)
        {
            foreach (var field in Repetitions.Find(node.Fields, static field => field.Name))
            {
                context.Report(this, $"The field `{field.Name}` of an input object is given more than once.", field.Location);
            }
        }
    }
}
