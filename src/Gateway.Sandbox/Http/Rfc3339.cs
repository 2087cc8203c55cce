using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Sandbox.Http;

/// <summary>
/// Date-times of RFC 3339, section 5.6: T and Z in either case, a fraction of any length, a numeric offset, a leap second.
/// </summary>
internal static partial class Rfc3339
{
    // Years before 1970 and after 2199 hold no data anywhere and are not read. A tick is the seventh digit of a fraction.
    [GeneratedRegex(
        @"^((?:19[7-9]|2[01][0-9])[0-9]-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}):([0-5][0-9]|60)(?:(\.[0-9]{1,7})[0-9]*)?"
        + @"([Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])?\z")]
    private static partial Regex Form();

    /// <summary>Parses a date-time; null for any other text. Without an offset it is in UTC, unless an offset is required.</summary>
    public static DateTimeOffset? Parse(string text, bool requireOffset = false)
    {
        var parts = Form().Match(text).Groups;
        if (!DateTimeOffset.TryParseExact(
                $"{parts[1]} {parts[2]}", "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var minute)
            || (requireOffset && !parts[5].Success))
            return null;

        var seconds = decimal.Parse($"{parts[3]}{parts[4]}", CultureInfo.InvariantCulture);
        var offset = parts[5].Value is "" or "Z" or "z"
            ? TimeSpan.Zero
            : TimeSpan.Parse(parts[5].Value.TrimStart('+'), CultureInfo.InvariantCulture);
        return minute.AddTicks((long)(seconds * TimeSpan.TicksPerSecond)) - offset;
    }

    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
