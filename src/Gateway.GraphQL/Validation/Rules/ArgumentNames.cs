using Gateway.GraphQL.Types;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Arguments must be defined by their field or directive (GraphQL September 2025, §5.4.1,
/// https://spec.graphql.org/September2025/#sec-Argument-Names).
/// </summary>
internal sealed class ArgumentNames() : ValidationRule("Argument-Names"), IRule<AppliedArguments>
{
    public void Check(AppliedArguments arguments, ValidationContext context)
    {
        foreach (var node in arguments.Nodes)
        {
            if (arguments.Definitions is { } definitions && definitions.Find(node.Name) is null)
            {
                var advice = context.Suggest(node.Name, definitions.Select(definition => definition.Name));
                context.Report(this, $"{arguments.Title} takes no argument `{node.Name}`.{advice}", node.Location);
            }
        }
    }
}
