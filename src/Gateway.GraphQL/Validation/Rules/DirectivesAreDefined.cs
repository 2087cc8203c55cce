using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.7.1: directives exist.</summary>
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
