using System.Globalization;
using System.Text.Json;
using Gateway.GraphQL.Language;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>An RFC 3339 timestamp. Input may have any offset. Output is in UTC, without trailing zeros in the fraction.</summary>
internal sealed class DateTimeType() : ScalarType<DateTimeOffset>(
    "DateTime",
    "An RFC 3339 timestamp. Input has an offset and at most 7 fractional digits, such as `2026-01-31T09:00:00+01:00`. "
        + "Output is in UTC, such as `2026-01-31T08:00:00Z`.",
    "https://scalars.graphql.org/chillicream/date-time.html")
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz";

    internal override string Expectation => "an RFC 3339 date and time with an offset, such as \"2026-01-31T09:00:00Z\"";

    public override bool TryWrite(DateTimeOffset value, JsonOutput output)
    {
        output.Format(value.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", quoted: true);
        return true;
    }

    internal override object? Parse(ValueNode literal) =>
        literal is StringValueNode text && TryParse(text.Value, out var value) ? value : null;

    internal override object? Parse(JsonElement json) =>
        json.ValueKind == JsonValueKind.String && TryParse(json.GetString(), out var value) ? value : null;

    // "T" and "Z" may be lower case (RFC 3339, section 5.6). "zzz" parses an offset, but not "Z".
    private static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        Span<char> normal = stackalloc char["2026-01-31T09:00:00.1234567+00:00".Length];
        var isUtc = text.EndsWith("Z", StringComparison.OrdinalIgnoreCase);
        var length = isUtc ? text.Length + 5 : text.Length;
        if (length > normal.Length || text.Length < "2026-01-31T09:00:00Z".Length || text[^1] == '.')
        {
            return false;
        }

        text.CopyTo(normal);
        normal[10] = normal[10] == 't' ? 'T' : normal[10];
        if (isUtc)
        {
            "+00:00".CopyTo(normal[(text.Length - 1)..]);
        }

        // "F" would accept a point without digits, and "zzz" a shorter offset.
        var fraction = normal[..length].IndexOf('.');
        return (fraction < 0 || char.IsAsciiDigit(normal[fraction + 1]))
            && normal[(length - 6)..length] is ['+' or '-', _, _, ':', _, _]
            && DateTimeOffset.TryParseExact(normal[..length], Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out value);
    }
}
