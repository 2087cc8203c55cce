using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.5.2.3: some object can be of both the type that a fragment is on and the type that it is spread on.</summary>
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
