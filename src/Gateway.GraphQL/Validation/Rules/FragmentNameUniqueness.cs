using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// The name of a fragment must be unique in the document (GraphQL September 2025, §5.5.1.1,
/// https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness).
/// </summary>
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
