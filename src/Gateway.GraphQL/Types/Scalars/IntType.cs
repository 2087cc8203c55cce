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

    internal override object? Parse(ValueNode literal) =>
        literal is IntValueNode { Value: var digits } && int.TryParse(digits, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    internal override object? Parse(JsonElement json) => WholeNumber.TryRead(json, out var wide) && wide == (int)wide ? (int)wide : null;
}
