using System.Collections.Immutable;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation;

/// <summary>Finds names that are given more than once.</summary>
internal static class Repetitions
{
    /// <summary>Finds the nodes that repeat the name of an earlier node.</summary>
    public static IEnumerable<T> Find<T>(ImmutableArray<T> nodes, Func<T, string> nameOf)
        where T : SyntaxNode
    {
        if (nodes.Length < 2)
        {
            return [];
        }

        var seen = new HashSet<string>(nodes.Length, StringComparer.Ordinal);
        return nodes.Where(node => !seen.Add(nameOf(node)));
    }
}
