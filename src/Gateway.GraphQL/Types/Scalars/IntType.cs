using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// The built-in scalar <c>Int</c> (GraphQL September 2025, §3.5.1, https://spec.graphql.org/September2025/#sec-Int): a signed 32-bit
/// integer.
/// </summary>
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

    // As in a document, a number with a point or an exponent is a float input value, which is not accepted.
    internal override object? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value) ? value : null;
}
