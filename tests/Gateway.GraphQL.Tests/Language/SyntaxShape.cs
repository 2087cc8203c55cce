using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

/// <summary>
/// A tree as text, without locations and without the way in which strings were quoted: two trees mean the same when their shapes are
/// equal. It looks at every property by reflection, so that it cannot share a mistake with the printer.
/// </summary>
internal static class SyntaxShape
{
    public static string Of(SyntaxNode node)
    {
        var shape = new StringBuilder();
        Append(shape, node);
        return shape.ToString();
    }

    private static void Append(StringBuilder shape, object? value)
    {
        switch (value)
        {
            case null:
                shape.Append('-');
                break;
            case string text:
                shape.Append(CultureInfo.InvariantCulture, $"'{text}'");
                break;
            case SyntaxNode node:
                shape.Append(node.GetType().Name).Append('(');
                foreach (var property in node.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    if (property.Name is nameof(SyntaxNode.Location) or nameof(StringValueNode.IsBlock))
                        continue;
                    shape.Append(property.Name).Append(':');
                    Append(shape, property.GetValue(node));
                    shape.Append(' ');
                }

                shape.Append(')');
                break;
            case IEnumerable items:
                shape.Append('[');
                foreach (var item in items)
                    Append(shape, item);
                shape.Append(']');
                break;
            default:
                shape.Append(CultureInfo.InvariantCulture, $"{value}");
                break;
        }
    }
}
