using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Non-null arguments without a default value must be provided (GraphQL September 2025, §5.4.3,
/// https://spec.graphql.org/September2025/#sec-Required-Arguments).
/// </summary>
internal sealed class RequiredArguments() : ValidationRule("Required-Arguments"), IRule<AppliedArguments>
{
    public void Check(AppliedArguments arguments, ValidationContext context)
    {
        foreach (var definition in arguments.Definitions ?? [])
        {
            if (definition.IsRequired && arguments.Nodes.Find(definition.Name) is null)
            {
                context.Report(
                    this, $"{arguments.Title} needs its argument `{definition.Name}: {definition.Type}`.", arguments.Owner.Location);
            }
        }
    }
}
