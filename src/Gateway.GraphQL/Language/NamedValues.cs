using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>A name and its value: an argument, or a field of an input object.</summary>
public abstract record NamedValueNode(string Name, ValueNode Value, Location Location) : SyntaxNode(Location);

internal static class NamedValues
{
    /// <summary>The value with a name; null if it is omitted. After validation, names are unique.</summary>
    public static ValueNode? Find<T>(this ImmutableArray<T> nodes, string name)
        where T : NamedValueNode
    {
        foreach (var node in nodes)
        {
            if (node.Name == name)
            {
                return node.Value;
            }
        }

        return null;
    }
}
