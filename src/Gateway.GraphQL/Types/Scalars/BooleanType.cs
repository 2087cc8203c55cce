using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>§3.5.4.</summary>
internal sealed class BooleanType() : ScalarType<bool>("Boolean", "`true` or `false`.")
{
    internal override string Expectation => "true or false";

    public override bool TryWrite(bool value, JsonOutput output)
    {
        output.WriteBoolean(value);
        return true;
    }

    protected override bool TryParse(ValueNode literal, out bool value)
    {
        value = literal is BooleanValueNode { Value: true };
        return literal is BooleanValueNode;
    }

    protected override bool TryParse(JsonElement json, out bool value)
    {
        value = json.ValueKind == JsonValueKind.True;
        return json.ValueKind is JsonValueKind.True or JsonValueKind.False;
    }
}
