using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>§3.5.2: double precision; NaN and the infinities have no form.</summary>
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

    protected override bool TryParse(ValueNode literal, out double value)
    {
        var digits = literal switch
        {
            IntValueNode whole => whole.Value,
            FloatValueNode fraction => fraction.Value,
            _ => null,
        };
        value = 0;
        return double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value);
    }

    protected override bool TryParse(JsonElement json, out double value)
    {
        value = 0;
        return json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out value) && double.IsFinite(value);
    }
}
