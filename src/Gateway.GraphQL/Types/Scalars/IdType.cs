using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// The built-in scalar <c>ID</c> (GraphQL September 2025, §3.5.5, https://spec.graphql.org/September2025/#sec-ID). Output is a string.
/// Input is a string or a whole number.
/// </summary>
internal sealed class IdType() : ScalarType<string>("ID", "An identifier: written as a string, accepted as a string or a whole number.")
{
    internal override string Expectation => "a string or a whole number";

    public override bool TryWrite(string value, JsonOutput output)
    {
        output.WriteString(value);
        return true;
    }

    internal override object? Parse(ValueNode literal) => (literal as StringValueNode)?.Value ?? (literal as IntValueNode)?.Value;

    internal override object? Parse(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.Number when json.GetRawText() is var digits && !digits.AsSpan().ContainsAny('.', 'e', 'E') => digits,
        _ => null,
    };
}
