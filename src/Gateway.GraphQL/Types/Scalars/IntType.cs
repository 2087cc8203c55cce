using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>§3.5.1: 32 bits, signed.</summary>
internal sealed class IntType() : ScalarType<int>("Int", "A whole number of 32 bits, signed.")
{
    internal override string Expectation => "a whole number between -2147483648 and 2147483647";

    public override bool TryWrite(int value, JsonOutput output)
    {
        output.WriteNumber(value);
        return true;
    }

    protected override bool TryParse(ValueNode literal, out int value)
    {
        value = 0;
        return literal is IntValueNode node && int.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    protected override bool TryParse(JsonElement json, out int value)
    {
        var parsed = WholeNumber.TryRead(json, out var wide) & wide == (int)wide;
        value = (int)wide;
        return parsed;
    }
}
