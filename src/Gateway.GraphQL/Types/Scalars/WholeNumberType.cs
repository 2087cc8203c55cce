using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// A scalar of signed integers: the built-in <c>Int</c> (GraphQL September 2025, §3.5.1,
/// https://spec.graphql.org/September2025/#sec-Int) of 32 bits, or <c>Long</c> of 64.
/// </summary>
internal sealed class WholeNumberType<T>(string name, string description, string? specifiedBy = null)
    : ScalarType<T>(name, description, specifiedBy)
    where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
{
    internal override string Expectation => string.Create(
        CultureInfo.InvariantCulture, $"a whole number between {T.MinValue} and {T.MaxValue}");

    public override bool TryWrite(T value, JsonOutput output)
    {
        output.Format(value);
        return true;
    }

    internal override object? Parse(ValueNode literal) =>
        literal is IntValueNode { Value: var digits } && T.TryParse(digits, CultureInfo.InvariantCulture, out var value) ? value : null;

    // As in a document, a number with a point or an exponent is a float input value, which is not accepted.
    internal override object? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt64(out var whole)
        && T.CreateTruncating(whole) is var value && long.CreateTruncating(value) == whole
            ? value
            : null;
}
