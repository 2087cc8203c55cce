using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Directives must be applied only where their definition allows them (GraphQL September 2025, §5.7.2,
/// https://spec.graphql.org/September2025/#sec-Directives-Are-in-Valid-Locations).
/// </summary>
internal sealed class DirectivesAreInValidLocations() : ValidationRule("Directives-Are-in-Valid-Locations"), IRule<AppliedDirectives>
{
    public void Check(AppliedDirectives directives, ValidationContext context)
    {
        foreach (var node in directives.Nodes)
        {
            if (context.Schema.TryGetDirective(node.Name, out var definition) && !definition.Locations.Contains(directives.Location))
            {
                context.Report(this, $"The directive `@{node.Name}` can't stand on {Name(directives.Location)}.", node.Location);
            }
        }
    }

    private static string Name(DirectiveLocation location) => location switch
    {
        DirectiveLocation.Query => "a query",
        DirectiveLocation.Mutation => "a mutation",
        DirectiveLocation.Subscription => "a subscription",
        DirectiveLocation.Field => "a field",
        DirectiveLocation.FragmentDefinition => "the definition of a fragment",
        DirectiveLocation.FragmentSpread => "a fragment spread",
        DirectiveLocation.InlineFragment => "an inline fragment",
        _ => "the definition of a variable",
    };
}
