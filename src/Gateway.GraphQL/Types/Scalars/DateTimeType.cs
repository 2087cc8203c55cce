using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>An RFC 3339 timestamp: see <see cref="DateTimeText"/>.</summary>
internal sealed class DateTimeType() : ScalarType<DateTimeOffset>(DateTimeText.Name, DateTimeText.Description, DateTimeText.SpecifiedBy)
{
    internal override string Expectation => DateTimeText.Expectation;

    public override bool TryWrite(DateTimeOffset value, JsonOutput output)
    {
        output.Format(value.UtcDateTime, DateTimeText.OutputForm, quoted: true);
        return true;
    }

    internal override object? Parse(ValueNode literal) =>
        literal is StringValueNode text && DateTimeText.TryParse(text.Value, out var value) ? value : null;

    internal override object? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && DateTimeText.TryParse(json.GetString(), out var value) ? value : null;

    internal override string Advise(string given) => DateTimeText.Advise(given);
}
