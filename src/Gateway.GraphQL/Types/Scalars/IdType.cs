using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>§3.5.5: always written as a string; read from strings and whole numbers.</summary>
internal sealed class IdType() : ScalarType<string>("ID", "An identifier: written as a string, accepted as a string or a whole number.")
{
    internal override string Expectation => "a string or a whole number";

    public override bool TryWrite(string value, JsonOutput output)
    {
        output.WriteString(value);
        return true;
    }

    protected override bool TryParse(ValueNode literal, [MaybeNullWhen(false)] out string value)
    {
        value = literal switch
        {
            StringValueNode text => text.Value,
            IntValueNode number => number.Value,
            _ => null,
        };
        return value is not null;
    }

    protected override bool TryParse(JsonElement json, [MaybeNullWhen(false)] out string value)
    {
        value = json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number when json.GetRawText() is var digits && !digits.AsSpan().ContainsAny('.', 'e', 'E') => digits,
            _ => null,
        };
        return value is not null;
    }
}
