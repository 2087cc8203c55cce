using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// The built-in scalar <c>Float</c> (GraphQL September 2025, §3.5.2, https://spec.graphql.org/September2025/#sec-Float): a finite number of
/// double precision. NaN and infinities are execution errors.
/// </summary>
internal sealed class FloatType() : ScalarType<double>("Float", "A number of double precision (IEEE 754), finite.")
{
    internal override string Expectation => "a finite number";

    public override bool TryWrite(double value, JsonOutput output)
    {
        if (!double.IsFinite(value))
        {
            return false;
        }

        output.WriteNumber(value);
        return true;
    }

    internal override object? Parse(ValueNode literal)
    {
        var digits = (literal as IntValueNode)?.Value ?? (literal as FloatValueNode)?.Value;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? value
            : null;
    }

    internal override object? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var value) && double.IsFinite(value) ? value : null;
}
