using System.Collections.Immutable;

namespace Gateway.GraphQL.Language;

/// <summary>Finds arguments and fields by name. After validation, names are unique.</summary>
internal static class NamedNodes
{
    /// <summary>The value of an argument; null if it is omitted.</summary>
    public static ValueNode? Find(this ImmutableArray<ArgumentNode> arguments, string name)
    {
        foreach (var argument in arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    /// <summary>The value of a field of an input object; null if it is omitted.</summary>
    public static ValueNode? Find(this ImmutableArray<ObjectFieldNode> fields, string name)
    {
        foreach (var field in fields)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return null;
    }
}
