using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The type of a variable must be an input type (GraphQL September 2025, §5.8.2,
/// https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types).
/// </summary>
internal sealed class VariablesAreInputTypes() : ValidationRule("Variables-Are-Input-Types"), IRule<VariableFacts>
{
    public void Check(VariableFacts variable, ValidationContext context)
    {
        var node = variable.Node;
        if (variable.Type is null)
        {
            var name = NamedOf(node.Type);
            var advice = context.Suggest(name, context.Schema.Types.Where(type => type.IsInput).Select(type => type.Name));
            context.Report(
                this, $"The variable `${node.Variable.Name}` is of type `{name}`, but there is no such type.{advice}", node.Type.Location);
        }
        else if (!variable.Type.IsInput)
        {
            context.Report(
                this, $"The variable `${node.Variable.Name}` is of type `{variable.Type}`, which is for output only.", node.Type.Location);
        }
    }

    private static string NamedOf(TypeNode type) => type switch
    {
        ListTypeNode list => NamedOf(list.Type),
        NonNullTypeNode nonNull => NamedOf(nonNull.Type),
        _ => ((NamedTypeNode)type).Name,
    };
}
