using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.5.1.3: fragments are on types that have fields to select.</summary>
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
