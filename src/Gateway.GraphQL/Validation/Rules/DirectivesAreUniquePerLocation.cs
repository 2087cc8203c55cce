using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// A directive that is not repeatable must be applied at most once at a location (GraphQL September 2025, §5.7.3,
/// https://spec.graphql.org/September2025/#sec-Directives-Are-Unique-per-Location).
/// </summary>
internal sealed class DirectivesAreUniquePerLocation() : ValidationRule("Directives-Are-Unique-per-Location"), IRule<AppliedDirectives>
{
    public void Check(AppliedDirectives directives, ValidationContext context)
    {
        foreach (var node in Repetitions.Find(directives.Nodes, static node => node.Name))
        {
            if (context.Schema.TryGetDirective(node.Name, out var definition) && !definition.IsRepeatable)
            {
                context.Report(this, $"The directive `@{node.Name}` can stand only once at one place.", node.Location);
            }
        }
    }
}
