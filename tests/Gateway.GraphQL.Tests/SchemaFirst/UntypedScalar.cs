using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;
using Gateway.GraphQL.Types;

namespace Gateway.GraphQL.Tests.SchemaFirst;

/// <summary>A custom scalar that accepts and returns any value.</summary>
internal sealed class UntypedScalar(string name, string? description, string? specifiedBy) : ScalarType<object>(name, description, specifiedBy)
{
    internal override string Expectation => "a value";

    public override bool TryWrite(object value, JsonOutput output)
    {
        switch (value)
        {
            case string text: output.WriteString(text); return true;
            case bool flag: output.WriteBoolean(flag); return true;
            case int number: output.WriteNumber(number); return true;
            case long number: output.WriteNumber(number); return true;
            case double number when double.IsFinite(number): output.WriteNumber(number); return true;
            default: return false;
        }
    }

    internal override object Parse(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        BooleanValueNode flag => flag.Value,
        EnumValueNode name => name.Value,
        IntValueNode whole => double.Parse(whole.Value, CultureInfo.InvariantCulture),
        FloatValueNode fraction => double.Parse(fraction.Value, CultureInfo.InvariantCulture),
        _ => literal,
    };

    internal override object Parse(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString()!,
        JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
        JsonValueKind.Number => json.GetDouble(),
        _ => json.Clone(),
    };
}
