namespace Gateway.GraphQL.Types.Validation;

/// <summary>Finds cycles of references. Nothing here recurses: a long chain of references needs no deep stack.</summary>
internal static class Cycles
{
    /// <summary>Finds cycles, each in the order of its references. Nodes that are not on one of them are on no cycle.</summary>
    public static IEnumerable<IReadOnlyList<T>> Find<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> next)
        where T : notnull
    {
        var visited = new HashSet<T>();
        var path = new OrderedDictionary<T, bool>();
        var pending = new Stack<IEnumerator<T>>();
        foreach (var node in nodes)
        {
            Enter(node);
            while (pending.TryPeek(out var references))
            {
                if (!references.MoveNext())
                {
                    pending.Pop();
                    path.RemoveAt(path.Count - 1);
                }
                else if (path.IndexOf(references.Current) is >= 0 and var start)
                {
                    yield return [.. path.Keys.Skip(start)];
                }
                else
                {
                    Enter(references.Current);
                }
            }
        }

        void Enter(T node)
        {
            if (visited.Add(node))
            {
                path.Add(node, true);
                pending.Push(next(node).GetEnumerator());
            }
        }
    }

    /// <summary>The nodes and all that they refer to, directly or indirectly.</summary>
    public static IReadOnlySet<T> Reach<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> next)
    {
        var reached = new HashSet<T>();
        var pending = new Stack<T>(nodes);
        while (pending.TryPop(out var node))
        {
            if (reached.Add(node))
            {
                foreach (var reference in next(node))
                {
                    pending.Push(reference);
                }
            }
        }

        return reached;
    }

    /// <summary>A cycle as text, which ends where it begins.</summary>
    public static string Print<T>(IReadOnlyList<T> cycle) => string.Join(" → ", cycle.Append(cycle[0]).Select(node => $"`{node}`"));
}
