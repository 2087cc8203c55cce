using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

internal sealed class LongType() : ScalarType<long>(
    "Long", "A whole number of 64 bits, signed.", "https://scalars.graphql.org/chillicream/long.html")
{
    internal override string Expectation => "a whole number between -9223372036854775808 and 9223372036854775807";

    public override bool TryWrite(long value, JsonOutput output)
    {
        output.WriteNumber(value);
        return true;
    }

    internal override object? Parse(ValueNode literal) =>
        literal is IntValueNode { Value: var digits } && long.TryParse(digits, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;

    internal override object? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var value) ? value : null;
}
