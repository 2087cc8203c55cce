using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.5.1.1: no two fragments have one name.</summary>
internal sealed class FragmentNameUniqueness() : ValidationRule("Fragment-Name-Uniqueness"), IRule<DocumentNode>
{
    public void Check(DocumentNode document, ValidationContext context)
    {
        foreach (var fragment in context.Document.Fragments)
        {
            var first = context.Document.Find(fragment.Node.Name)!;
            if (first != fragment)
            {
                context.Report(
                    this, $"There is more than one fragment named `{fragment.Node.Name}`.", first.Node.Location, fragment.Node.Location);
            }
        }
    }
}
