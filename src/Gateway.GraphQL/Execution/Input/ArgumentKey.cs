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
        switch (type.Nullable, literal)
        {
            case (_, null):
                key.Append('-');
                break;
            case (_, NullValueNode):
                key.Append('~');
                break;
            case (ListType list, _):
                key.Append('[');
                foreach (var item in literal is ListValueNode { Items: var items } ? items : [literal])
                {
                    Append(key, list.OfType, item);
                }

                key.Append(']');
                break;
            case (InputObjectType input, ObjectValueNode node):
                key.Append('{');
                foreach (var definition in input.Fields)
                {
                    Append(key, definition.Type, node.Fields.Find(definition.Name) ?? definition.DefaultValue);
                }

                key.Append('}');
                break;
            default:
                // A string from a variable may be an enum value. The argument's type decides, not the kind of node.
                var text = literal is StringValueNode { Value: var value } ? value : SyntaxPrinter.Print(literal);
                key.Append(CultureInfo.InvariantCulture, $"{text.Length}:{text}");
                break;
        }
    }
}
