using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Sandbox.Http;

/// <summary>
/// Date-times of RFC 3339, section 5.6: T and Z in either case, a fraction of any length, a numeric offset, a leap second.
/// </summary>
internal static partial class Rfc3339
{
    private const int TicksDigits = 7;

    [GeneratedRegex(
        @"^([0-9]{4})-([0-9]{2})-([0-9]{2})[Tt]([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
        + @"(?:[Zz]|([+-])([0-9]{2}):([0-9]{2}))?\z")]
    private static partial Regex Form();

    /// <summary>Years before 1970 and after 2199 hold no data anywhere and are not read.</summary>
    /// <param name="offset">Whether the text says its offset; without one it is taken as UTC.</param>
    public static bool TryParse(string text, out DateTimeOffset instant, out bool offset)
    {
        instant = default;
        offset = false;
        if (Form().Match(text) is not { Success: true } match)
            return false;

        int year = Number(match, 1), month = Number(match, 2), day = Number(match, 3);
        int hour = Number(match, 4), minute = Number(match, 5), second = Number(match, 6);
        int offsetHours = Number(match, 9), offsetMinutes = Number(match, 10);
        if (year is < 1970 or > 2199 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 60 || offsetHours > 23 || offsetMinutes > 59)
            return false;

        var shift = new TimeSpan(offsetHours, offsetMinutes, 0);
        var fraction = match.Groups[7].Value.PadRight(TicksDigits, '0')[..TicksDigits];
        instant = new DateTimeOffset(year, month, day, hour, minute, 0, TimeSpan.Zero)
            .AddSeconds(second)
            .AddTicks(long.Parse(fraction, CultureInfo.InvariantCulture))
            .Add(match.Groups[8].Value == "-" ? shift : -shift);
        offset = match.Groups[8].Success || text[^1] is 'Z' or 'z';
        return true;
    }

    public static string Format(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static int Number(Match match, int group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : 0;
}
