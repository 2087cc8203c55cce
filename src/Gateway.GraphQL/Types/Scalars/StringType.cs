using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>§3.5.3.</summary>
internal sealed class StringType() : ScalarType<string>("String", "Text: a sequence of Unicode code points.")
{
    internal override string Expectation => "a string";

    public override bool TryWrite(string value, JsonOutput output)
    {
        output.WriteString(value);
        return true;
    }

    protected override bool TryParse(ValueNode literal, [MaybeNullWhen(false)] out string value)
    {
        value = (literal as StringValueNode)?.Value;
        return value is not null;
    }

    protected override bool TryParse(JsonElement json, [MaybeNullWhen(false)] out string value)
    {
        value = json.ValueKind == JsonValueKind.String ? json.GetString() : null;
        return value is not null;
    }
}
