using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Non-null input fields without a default value must be provided (GraphQL September 2025, §5.6.4,
/// https://spec.graphql.org/September2025/#sec-Input-Object-Required-Fields).
/// </summary>
internal sealed class InputObjectRequiredFields() : ValidationRule("Input-Object-Required-Fields"), IRule<InputLiteral>
{
    public void Check(InputLiteral literal, ValidationContext context)
    {
        if (literal is not { Node: ObjectValueNode node, Type.Named: InputObjectType type })
        {
            return;
        }

        foreach (var field in type.Fields)
        {
            if (field.IsRequired && node.Fields.Find(field.Name) is null)
            {
                context.Report(this, $"The input object `{type}` needs its field `{field.Name}: {field.Type}`.", node.Location);
            }
        }
    }
}
