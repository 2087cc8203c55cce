using System;
using System.Collections.Generic;
using System.Linq;

namespace Gateway.GraphQL.Generators;

/// <summary>Finds cycles of references.</summary>
internal static class Cycles
{
    /// <summary>A cycle as text, which ends where it begins.</summary>
    public static string Print(IReadOnlyList<InputPart> cycle) =>
        string.Join(" → ", cycle.Append(cycle[0]).Select(static input => $"`{input.Coordinate}`"));

    /// <summary>Finds cycles, each in the order of its references. Nodes that are not on one of them are on no cycle.</summary>
    public static IReadOnlyList<IReadOnlyList<T>> Find<T>(IEnumerable<T> nodes, Func<T, IEnumerable<T>> next)
    {
        var visited = new HashSet<T>();
        var path = new List<T>();
        var cycles = new List<IReadOnlyList<T>>();
        foreach (var node in nodes)
        {
            Visit(node);
        }

        return cycles;

        void Visit(T node)
        {
            if (path.IndexOf(node) is >= 0 and var start)
            {
                cycles.Add([.. path.Skip(start)]);
            }
            else if (visited.Add(node))
            {
                path.Add(node);
                foreach (var reference in next(node))
                {
                    Visit(reference);
                }

                path.RemoveAt(path.Count - 1);
            }
        }
    }
}
