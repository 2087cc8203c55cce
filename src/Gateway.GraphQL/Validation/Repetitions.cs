using System.Collections.Immutable;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Validation;

/// <summary>Finds names that are given more than once.</summary>
internal static class Repetitions
{
    // Up to here comparing each with each is quicker than hashing.
    private const int FewNodes = 8;

    /// <summary>The nodes whose name an earlier one has already.</summary>
    public static IReadOnlyList<T> Find<T>(ImmutableArray<T> nodes, Func<T, string> nameOf)
        where T : SyntaxNode
    {
        List<T>? repeated = null;
        var seen = nodes.Length > FewNodes ? new HashSet<string>(nodes.Length, StringComparer.Ordinal) : null;
        for (var index = 0; index < nodes.Length; index++)
        {
            var name = nameOf(nodes[index]);
            if (seen is null ? IsAmong(nodes.AsSpan()[..index], name, nameOf) : !seen.Add(name))
            {
                (repeated ??= []).Add(nodes[index]);
            }
        }

        return repeated ?? (IReadOnlyList<T>)[];
    }

    private static bool IsAmong<T>(ReadOnlySpan<T> nodes, string name, Func<T, string> nameOf)
    {
        foreach (var node in nodes)
        {
            if (nameOf(node) == name)
            {
                return true;
            }
        }

        return false;
    }
}
