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

    protected override bool TryParse(ValueNode literal, out long value)
    {
        value = 0;
        return literal is IntValueNode node && long.TryParse(node.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    protected override bool TryParse(JsonElement json, out long value) => WholeNumber.TryRead(json, out value);
}
