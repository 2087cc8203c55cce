using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The fragment's type and the type that it is spread on must have a possible object type in common (GraphQL September 2025, §5.5.2.3,
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Is-Possible).
/// </summary>
internal sealed class FragmentSpreadIsPossible() : ValidationRule("Fragment-Spread-Is-Possible"), IRule<AppliedFragment>
{
    public void Check(AppliedFragment spread, ValidationContext context)
    {
        var (location, fragment, parent, condition) = spread;
        if (parent == condition || context.Schema.PossibleTypes(parent).Overlaps(context.Schema.PossibleTypes(condition)))
        {
            return;
        }

        var title = fragment is null ? "An inline fragment" : $"The fragment `{fragment}`";
        context.Report(this, $"{title} on `{condition}` can't be spread here: no `{parent}` is ever a `{condition}`.", location);
    }
}
