using System.Collections.Immutable;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Validation.Facts;

namespace Gateway.GraphQL.Validation.Merging;

/// <summary>
/// Compares arguments. The order of arguments and of input object fields does not matter (GraphQL September 2025, §2.7,
/// https://spec.graphql.org/September2025/#sec-Language.Arguments, §2.10.8).
/// </summary>
internal static class ArgumentEquality
{
    public static bool AreSame(FieldFacts first, FieldFacts second)
    {
        var (a, b) = (first.Node.Arguments, second.Node.Arguments);

        // A nested search is fine, because arguments are few: unknown ones are errors, and many errors have ended the validation.
        return a.Length == b.Length && a.All(argument => b.Find(argument.Name) is { } other && AreSame(argument.Value, other));
    }

    private static bool AreSame(ValueNode a, ValueNode b) => (a, b) switch
    {
        (VariableNode x, VariableNode y) => x.Name == y.Name,
        (IntValueNode x, IntValueNode y) => x.Value == y.Value,
        (FloatValueNode x, FloatValueNode y) => x.Value == y.Value,
        (StringValueNode x, StringValueNode y) => x.Value == y.Value,
        (BooleanValueNode x, BooleanValueNode y) => x.Value == y.Value,
        (EnumValueNode x, EnumValueNode y) => x.Value == y.Value,
        (NullValueNode, NullValueNode) => true,
        (ListValueNode x, ListValueNode y) => AreSame(x.Items, y.Items),
        (ObjectValueNode x, ObjectValueNode y) => AreSame(x.Fields, y.Fields),
        _ => false,
    };

    private static bool AreSame(ImmutableArray<ValueNode> a, ImmutableArray<ValueNode> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        for (var index = 0; index < a.Length; index++)
        {
            if (!AreSame(a[index], b[index]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AreSame(ImmutableArray<ObjectFieldNode> a, ImmutableArray<ObjectFieldNode> b)
    {
        if (a.Length != b.Length)
        {
            return false;
        }

        Dictionary<string, ValueNode>? byName = null;
        for (var index = 0; index < a.Length; index++)
        {
            // Usually both are written in the same order.
            var other = b[index].Name == a[index].Name ? b[index].Value : (byName ??= Index(b)).GetValueOrDefault(a[index].Name);
            if (other is null || !AreSame(a[index].Value, other))
            {
                return false;
            }
        }

        return true;
    }

    private static Dictionary<string, ValueNode> Index(ImmutableArray<ObjectFieldNode> fields)
    {
        var byName = new Dictionary<string, ValueNode>(fields.Length, StringComparer.Ordinal);
        foreach (var field in fields)
        {
            byName[field.Name] = field.Value;
        }

        return byName;
    }
}
