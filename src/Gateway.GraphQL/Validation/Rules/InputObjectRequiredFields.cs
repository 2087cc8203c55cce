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

        for (var index = 0; index < type.Fields.Count; index++)
        {
            var field = type.Fields[index];
            if (field.IsRequired && !IsGiven(field, node))
            {
                context.Report(this, $"The input object `{type}` needs its field `{field.Name}: {field.Type}`.", node.Location);
            }
        }
    }

    private static bool IsGiven(InputField field, ObjectValueNode node)
    {
        foreach (var given in node.Fields)
        {
            if (given.Name == field.Name)
            {
                return true;
            }
        }

        return false;
    }
}
