using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Tests.Language;

/// <summary>
/// A syntax tree as text, without locations and the kind of quotes. Trees with equal shapes have the same meaning. It reads all properties
/// by reflection, so it can't share a bug with the printer.
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
