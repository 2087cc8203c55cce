using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.5.1.2: fragments are on types that exist.</summary>
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
