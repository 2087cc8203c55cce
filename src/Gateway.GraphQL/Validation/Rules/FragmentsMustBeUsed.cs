using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>§5.5.1.4: every fragment is reached from an operation.</summary>
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
            // FragmentNameUniqueness reports fragments with the name of another one.
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
