using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The fields of an input object must be defined by its type (GraphQL September 2025, §5.6.2,
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Names).
/// </summary>
internal sealed class InputObjectFieldNames() : ValidationRule("Input-Object-Field-Names"), IRule<InputLiteral>
{
    public void Check(InputLiteral literal, ValidationContext context)
    {
        if (literal is not { Node: ObjectValueNode node, Type.Named: InputObjectType type })
        {
            return;
        }

        foreach (var field in node.Fields)
        {
            if (!type.TryGetField(field.Name, out _))
            {
                var advice = context.Suggest(field.Name, type.Fields.Select(candidate => candidate.Name));
                context.Report(this, $"The input object `{type}` has no field `{field.Name}`.{advice}", field.Location);
            }
        }
    }
}
