using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Rules;

/// <summary>
/// A fragment must not spread itself, directly or through other fragments (GraphQL September 2025, §5.5.2.2,
/// https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles).
/// </summary>
internal sealed class FragmentSpreadsMustNotFormCycles() : ValidationRule("Fragment-Spreads-Must-Not-Form-Cycles"), IRule<DocumentFacts>
{
    public void Check(DocumentFacts document, ValidationContext context)
    {
        var search = new Search(this, document, context);
        foreach (var fragment in document.Fragments)
        {
            search.From(fragment);
        }
    }

    /// <summary>A depth-first search that visits each fragment once. A spread of a fragment on the current path closes a cycle.</summary>
    private sealed class Search(ValidationRule rule, DocumentFacts document, ValidationContext context)
    {
        private readonly HashSet<FragmentFacts> _visited = [];
        private readonly HashSet<FragmentFacts> _onPath = [];
        private readonly Stack<(FragmentFacts Fragment, int NextSpread)> _path = [];

        public void From(FragmentFacts start)
        {
            Enter(start);
            while (_path.TryPop(out var step))
            {
                var (fragment, next) = step;
                if (next == fragment.Spreads.Count)
                {
                    _onPath.Remove(fragment);
                    continue;
                }

                _path.Push((fragment, next + 1));
                var spread = fragment.Spreads[next];
                if (document.Find(spread.Name) is not { } target)
                {
                    continue;
                }

                if (_onPath.Contains(target))
                {
                    context.Report(rule, $"The fragment `{target.Node.Name}` spreads itself{Through(target, fragment)}.", spread.Location);
                }
                else
                {
                    Enter(target);
                }
            }
        }

        private static string Through(FragmentFacts target, FragmentFacts last) =>
            target == last ? "" : $", in the end through `{last.Node.Name}`";

        private void Enter(FragmentFacts fragment)
        {
            if (_visited.Add(fragment))
            {
                _onPath.Add(fragment);
                _path.Push((fragment, 0));
            }
        }
    }
}
