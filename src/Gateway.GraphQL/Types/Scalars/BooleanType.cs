using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// The built-in scalar <c>Boolean</c> (GraphQL September 2025, §3.5.4, https://spec.graphql.org/September2025/#sec-Boolean).
/// </summary>
internal sealed class BooleanType() : ScalarType<bool>("Boolean", "`true` or `false`.")
{
    internal override string Expectation => "true or false";

    public override bool TryWrite(bool value, JsonOutput output)
    {
        output.WriteBoolean(value);
        return true;
    }

    internal override object? Parse(ValueNode literal) => (literal as BooleanValueNode)?.Value;

    internal override object? Parse(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;
}
