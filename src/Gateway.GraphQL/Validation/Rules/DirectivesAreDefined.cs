using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Directives must be defined by the schema (GraphQL September 2025, §5.7.1,
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Defined).
/// </summary>
internal sealed class DirectivesAreDefined() : ValidationRule("Directives-Are-Defined"), IRule<AppliedDirectives>
{
    public void Check(AppliedDirectives directives, ValidationContext context)
    {
        foreach (var node in directives.Nodes)
        {
            if (!context.Schema.TryGetDirective(node.Name, out _))
            {
                var advice = context.Suggest(node.Name, context.Schema.Directives.Select(directive => directive.Name));
                context.Report(this, $"There is no directive `@{node.Name}`.{advice}", node.Location);
            }
        }
    }
}
