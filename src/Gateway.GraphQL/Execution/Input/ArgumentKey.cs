using System.Globalization;
using System.Text;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;
using Gateway.GraphQL.Types.Input;

namespace Gateway.GraphQL.Execution.Input;

/// <summary>
/// Writes argument values in a canonical form: in the order of their definition, with defaults and variables replaced by their values.
/// Different values have different texts. Two notations of the same instant or number may also have different texts.
/// </summary>
internal static class ArgumentKey
{
    public static string Of(OutputField field, FieldNode node, IReadOnlyDictionary<string, InputValue> variables)
    {
        var key = new StringBuilder();
        foreach (var definition in field.Arguments)
        {
            Append(key, definition.Type, LiteralValues.Replace(node.Arguments.Find(definition.Name), variables) ?? definition.DefaultValue);
        }

        return key.ToString();
    }

    private static void Append(StringBuilder key, GraphQLType type, ValueNode? literal)
    {
        switch (type.Nullable)
        {
            case var _ when literal is null:
                key.Append('-');
                break;
            case var _ when literal is NullValueNode:
                key.Append('~');
                break;
            case ListType list:
                AppendList(key, list, literal);
                break;
            case InputObjectType input when literal is ObjectValueNode node:
                AppendObject(key, input, node);
                break;
            default:
                var text = TextOf(literal);
                key.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
                break;
        }
    }

    private static void AppendList(StringBuilder key, ListType type, ValueNode literal)
    {
        key.Append('[');
        if (literal is ListValueNode list)
        {
            foreach (var item in list.Items)
            {
                Append(key, type.OfType, item);
            }
        }
        else
        {
            Append(key, type.OfType, literal);
        }

        key.Append(']');
    }

    private static void AppendObject(StringBuilder key, InputObjectType type, ObjectValueNode node)
    {
        key.Append('{');
        foreach (var definition in type.Fields)
        {
            Append(key, definition.Type, node.Fields.Find(definition.Name) ?? definition.DefaultValue);
        }

        key.Append('}');
    }

    // A string from a variable may be an enum value. The argument's type decides, not the kind of node.
    private static string TextOf(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        BooleanValueNode flag => flag.Value ? "true" : "false",
        _ => SyntaxPrinter.Print(literal),
    };
}
