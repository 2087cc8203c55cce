using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.6.4: fields that are not null and have no default are given.</summary>
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
