using System.Globalization;
using System.Text;

namespace Gateway.GraphQL.Language;

public static partial class SyntaxPrinter
{
    internal static Layout Value(ValueNode value) => value switch
    {
        VariableNode variable => "$" + variable.Name,
        IntValueNode number => number.Value,
        FloatValueNode number => number.Value,
        StringValueNode text => StringValue(text),
        BooleanValueNode boolean => boolean.Value ? "true" : "false",
        NullValueNode => "null",
        EnumValueNode name => name.Value,
        ListValueNode { Items: [] } => "[]",
        ListValueNode list => Enclosed("[", list.Items, Value, "]", Layout.SoftLine),
        ObjectValueNode { Fields: [] } => "{}",
        ObjectValueNode obj => Enclosed("{", obj.Fields, static field => Argument(field.Name, field.Value), "}", Layout.Blank),
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    /// <summary>Prints a block string as a block string if possible.</summary>
    private static Layout StringValue(StringValueNode text) => text switch
    {
        { IsBlock: true } when BlockString.CanCarryInline(text.Value) => $"\"\"\"{EscapeQuotes(text.Value)}\"\"\"",
        { IsBlock: true } when BlockString.CanCarry(text.Value) => Block(text.Value),
        _ => Quoted(text.Value),
    };

    /// <summary>Prints a description and a line break: a quoted string if it has one line, or else a block string.</summary>
    internal static Layout Description(string? description) => description is null
        ? Layout.Empty
        : Layout.Of(
            description.Contains('\n') && BlockString.CanCarry(description) ? Block(description) : Quoted(description), Layout.Blank);

    private static Layout Block(string value) => Layout.Of(
        "\"\"\"",
        Layout.HardLine,
        Layout.Join(Layout.HardLine, EscapeQuotes(value).Split('\n').Select(line => (Layout)line)),
        Layout.HardLine,
        "\"\"\"");

    private static string EscapeQuotes(string value) => value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var c in value)
        {
            _ = c switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\b' => quoted.Append("\\b"),
                '\f' => quoted.Append("\\f"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(c) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append('"').ToString();
    }
}
