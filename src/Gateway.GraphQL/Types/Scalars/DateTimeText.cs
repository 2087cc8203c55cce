using System.Globalization;

namespace Gateway.GraphQL.Types.Scalars;

/// <summary>
/// The text of an RFC 3339 timestamp (https://scalars.graphql.org/chillicream/date-time.html). Output is in UTC, without trailing zeros in
/// the fraction.
/// </summary>
/// <remarks>
/// The scalar's specification goes before RFC 3339, section 5.6: it has seconds from 00 to 59, so no leap second. It allows an
/// implementation to refuse a fraction beyond its precision. This one drops what is below 100 ns, since clients of other platforms send 9
/// digits.
/// </remarks>
internal static class DateTimeText
{
    public const string Name = "DateTime";

    public const string Description =
        "An RFC 3339 timestamp. Input has an offset and at most 9 fractional digits, such as `2026-01-31T09:00:00+01:00`; it is rounded "
        + "down to 100 nanoseconds. Output is in UTC, such as `2026-01-31T08:00:00Z`.";

    public const string SpecifiedBy = "https://scalars.graphql.org/chillicream/date-time.html";

    /// <summary>What an input has to be.</summary>
    public const string Expectation = "an RFC 3339 date and time with an offset, such as \"2026-01-31T09:00:00Z\"";

    /// <summary>The form of an output, in UTC.</summary>
    public const string OutputForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    private const int CivilLength = 19;
    private const int MostDigits = 9;

    // A tick is 100 ns, the seventh digit of a fraction.
    private const int TickDigits = 7;

    // As seconds, this is the year 5138; as milliseconds, 1973.
    private const decimal LeastMilliseconds = 100_000_000_000;

    // The most that DateTimeOffset has.
    private static readonly TimeSpan MostOffset = TimeSpan.FromHours(14);

    // What completes a time without offset, one without seconds, and a date.
    private static readonly string[] Ends = ["Z", ":00Z", "T00:00:00Z"];

    /// <summary>Says what a refused input may have meant; empty if that is unknown.</summary>
    /// <param name="given">The input as JSON, or as a literal.</param>
    public static string Advise(string given) =>
        given is ['"', .. var text, '"'] ? AdviseOnText(text)
        : decimal.TryParse(given, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? AdviseOnNumber(number)
        : "";

    private static string AdviseOnText(string text)
    {
        var value = default(DateTimeOffset);
        if (Array.Exists(Ends, end => TryParse(text + end, out value)))
        {
            return $" In UTC that is {Quote(value.Ticks)}.";
        }

        if (text.Length <= CivilLength)
        {
            return "";
        }

        var (day, minute, offset) = (text[..11], text[..17], text[Math.Max(CivilLength, text.AsSpan().LastIndexOfAny("Zz+-"))..]);
        return text[17..CivilLength] == "60" && TryParse($"{minute}59{offset}", out value)
                && value.UtcTicks <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerSecond
                ? $" It has no leap seconds: the next second is {Quote(value.UtcTicks + TimeSpan.TicksPerSecond)}."
            : text[11..CivilLength] == "24:00:00" && TryParse($"{day}00:00:00{offset}", out value)
                && value.UtcTicks <= DateTime.MaxValue.Ticks - TimeSpan.TicksPerDay
                ? $" A day ends where the next one begins: {Quote(value.UtcTicks + TimeSpan.TicksPerDay)}."
            : "";
    }

    private static string AdviseOnNumber(decimal number)
    {
        var isSeconds = Math.Abs(number) < LeastMilliseconds;
        var seconds = isSeconds ? number : number / 1000;
        if (seconds < DateTimeOffset.MinValue.ToUnixTimeSeconds() || seconds >= DateTimeOffset.MaxValue.ToUnixTimeSeconds() + 1)
        {
            return "";
        }

        var ticks = DateTime.UnixEpoch.Ticks + (long)decimal.Floor(seconds * TimeSpan.TicksPerSecond);
        return $" As {(isSeconds ? "seconds" : "milliseconds")} since 1970 that is {Quote(ticks)}.";
    }

    private static string Quote(long utcTicks) => $"\"{new DateTime(utcTicks).ToString(OutputForm, CultureInfo.InvariantCulture)}\"";

    public static bool TryParse(ReadOnlySpan<char> text, out DateTimeOffset value)
    {
        value = default;
        if (text.Length <= CivilLength)
        {
            return false;
        }

        var rest = text[CivilLength..];
        if (!TryParseCivil(text[..CivilLength], out var time)
            || !TryParseFraction(ref rest, out var fraction)
            || !TryParseOffset(rest, out var offset))
        {
            return false;
        }

        var ticks = time.Ticks + fraction;
        var utcTicks = ticks - offset.Ticks;
        if (utcTicks < DateTime.MinValue.Ticks || utcTicks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        value = offset.Duration() <= MostOffset ? new DateTimeOffset(ticks, offset) : new DateTimeOffset(utcTicks, TimeSpan.Zero);
        return true;
    }

    /// <summary>Parses <c>yyyy-MM-ddTHH:mm:ss</c>. "T" may be lower case.</summary>
    private static bool TryParseCivil(ReadOnlySpan<char> text, out DateTime time)
    {
        time = default;
        if (text is not [_, _, _, _, '-', _, _, '-', _, _, 'T' or 't', _, _, ':', _, _, ':', _, _])
        {
            return false;
        }

        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 59)
        {
            return false;
        }

        time = new DateTime(year, month, day, hour, minute, second);
        return true;
    }

    /// <returns>The number; -1 if a character is not a digit.</returns>
    private static int Digits(ReadOnlySpan<char> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit(digit))
            {
                return -1;
            }

            number = (10 * number) + digit - '0';
        }

        return number;
    }

    /// <summary>Parses an optional fraction of a second, to ticks.</summary>
    /// <param name="rest">The text after the seconds; on return, the text after the fraction.</param>
    /// <param name="ticks">The whole ticks of the fraction.</param>
    private static bool TryParseFraction(ref ReadOnlySpan<char> rest, out long ticks)
    {
        ticks = 0;
        if (rest is not ['.', .. var digits])
        {
            return true;
        }

        var count = digits.IndexOfAnyExceptInRange('0', '9');
        if (count is < 1 or > MostDigits)
        {
            return false;
        }

        for (var i = 0; i < TickDigits; i++)
        {
            ticks = (10 * ticks) + (i < count ? digits[i] - '0' : 0);
        }

        rest = digits[count..];
        return true;
    }

    private static bool TryParseOffset(ReadOnlySpan<char> text, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (text is ['Z' or 'z'])
        {
            return true;
        }

        if (text is not ['+' or '-', .. var size]
            || !TimeSpan.TryParseExact(size, @"hh\:mm", CultureInfo.InvariantCulture, TimeSpanStyles.None, out offset))
        {
            return false;
        }

        offset = text[0] == '-' ? -offset : offset;
        return true;
    }
}
