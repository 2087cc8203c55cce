using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.6.2: input objects have the fields that they are given.</summary>
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
