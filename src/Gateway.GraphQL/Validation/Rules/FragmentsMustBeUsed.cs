using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// Every fragment must be used by an operation, directly or through other fragments (GraphQL September 2025, §5.5.1.4,
/// https://spec.graphql.org/September2025/#sec-Fragments-Must-Be-Used).
/// </summary>
internal sealed class FragmentsMustBeUsed() : ValidationRule("Fragments-Must-Be-Used"), IRule<DocumentFacts>
{
    public void Check(DocumentFacts document, ValidationContext context)
    {
        if (document.Fragments.Count == 0)
        {
            return;
        }

        var used = Reach(document);
        foreach (var fragment in document.Fragments)
        {
            // FragmentNameUniqueness reports fragments that repeat a name.
            if (!used.Contains(fragment) && document.Find(fragment.Node.Name) == fragment)
            {
                context.Report(this, $"The fragment `{fragment.Node.Name}` is never used.", fragment.Node.Location);
            }
        }
    }

    private static HashSet<FragmentFacts> Reach(DocumentFacts document)
    {
        var used = new HashSet<FragmentFacts>();
        var pending = new Stack<DefinitionFacts>(document.Operations);
        while (pending.TryPop(out var definition))
        {
            foreach (var spread in definition.Spreads)
            {
                if (document.Find(spread.Name) is { } fragment && used.Add(fragment))
                {
                    pending.Push(fragment);
                }
            }
        }

        return used;
    }
}
