using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// The built-in scalar <c>String</c> (GraphQL September 2025, §3.5.3, https://spec.graphql.org/September2025/#sec-String).
/// </summary>
internal sealed class StringType() : ScalarType<string>("String", "Text: a sequence of Unicode code points.")
{
    internal override string Expectation => "a string";

    public override bool TryWrite(string value, JsonOutput output)
    {
        output.WriteString(value);
        return true;
    }

    internal override object? Parse(ValueNode literal) => (literal as StringValueNode)?.Value;

    internal override object? Parse(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;
}
