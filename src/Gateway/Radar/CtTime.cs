using System.Globalization;
using System.Text.Json;
using Gateway.Cloudflare.Json;

namespace Gateway.Radar;

/// <summary>Reads Cloudflare's date-times; one without an offset is in UTC.</summary>
internal static class CtTime
{
    public static bool TryRead(ref Utf8JsonReader reader, out DateTimeOffset time)
    {
        time = default;
        if (reader.TokenType != JsonTokenType.String)
        {
            return false;
        }

        // Without an offset the reader would take the machine's own.
        return !reader.ValueIsEscaped && reader.ValueSpan is [.., (byte)'Z']
            ? reader.TryGetDateTimeOffset(out time)
            : TextField.TryRead(ref reader, out var text) && TryParse(text, out time);
    }

    public static bool TryParse(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out time);
}
