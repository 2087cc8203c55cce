using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Fragment spreads must refer to a fragment of the document (GraphQL September 2025, §5.5.2.1,
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Target-Defined).
/// </summary>
internal sealed class FragmentSpreadTargetDefined() : ValidationRule("Fragment-Spread-Target-Defined"), IRule<FragmentSpreadNode>
{
    public void Check(FragmentSpreadNode spread, ValidationContext context)
    {
        if (context.Document.Find(spread.Name) is null)
        {
            var advice = context.Suggest(spread.Name, context.Document.Fragments.Select(fragment => fragment.Node.Name));
            context.Report(this, $"There is no fragment named `{spread.Name}`.{advice}", spread.Location);
        }
    }
}
