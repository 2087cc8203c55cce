using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The type of a fragment must be an object, interface or union (GraphQL September 2025, §5.5.1.3,
/// https://spec.graphql.org/September2025/#sec-Fragments-on-Object-Interface-or-Union-Types).
/// </summary>
internal sealed class FragmentsOnObjectInterfaceOrUnionTypes()
    : ValidationRule("Fragments-on-Object-Interface-or-Union-Types"), IRule<TypeCondition>
{
    public void Check(TypeCondition condition, ValidationContext context)
    {
        if (condition.Type is { IsComposite: false } type)
        {
            context.Report(
                this,
                $"{condition.Title} is on `{type}`, which is neither an object nor an interface nor a union.",
                condition.Node.Location);
        }
    }
}
