using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The type of a fragment must exist (GraphQL September 2025, §5.5.1.2,
/// https://spec.graphql.org/September2025/#sec-Fragment-Spread-Type-Existence).
/// </summary>
internal sealed class FragmentSpreadTypeExistence() : ValidationRule("Fragment-Spread-Type-Existence"), IRule<TypeCondition>
{
    public void Check(TypeCondition condition, ValidationContext context)
    {
        if (condition.Type is null)
        {
            var name = condition.Node.Name;
            var advice = context.Suggest(name, context.Schema.Types.Where(type => type.IsComposite).Select(type => type.Name));
            context.Report(this, $"{condition.Title} is on `{name}`, but there is no such type.{advice}", condition.Node.Location);
        }
    }
}
