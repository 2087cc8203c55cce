using System.Globalization;
using System.Text;

namespace Gateway.Columns;

/// <summary>
/// Reads instants of RFC 3339, and writes them as the scalar DateTime does: in UTC, with the significant digits of a fraction.
/// </summary>
internal static class InstantText
{
    public const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'";

    public const int MaxLength = 28;

    // A tick is 100 ns, the seventh digit of a fraction.
    private const int TickDigits = 7;

    /// <summary>Writes an instant as a text, without quotes.</summary>
    public static string Of(DateTimeOffset instant)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        return Encoding.ASCII.GetString(text[..Write(instant, text)]);
    }

    /// <summary>Writes an instant as <see cref="Format"/> does, without a custom format: answers have hundreds.</summary>
    /// <param name="instant">The instant.</param>
    /// <param name="text">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The length.</returns>
    public static int Write(DateTimeOffset instant, Span<byte> text)
    {
        // The format "s" is a fast path of .NET: yyyy-MM-ddTHH:mm:ss.
        var utc = instant.UtcDateTime;
        utc.TryFormat(text, out var length, "s", CultureInfo.InvariantCulture);
        var fraction = utc.Ticks % TimeSpan.TicksPerSecond;
        if (fraction > 0)
        {
            text[length++] = (byte)'.';
            fraction.TryFormat(text[length..], out var digits, "D7", CultureInfo.InvariantCulture);
            length += text.Slice(length, digits).TrimEnd((byte)'0').Length;
        }

        text[length++] = (byte)'Z';
        return length;
    }

    /// <summary>Parses an instant in any form of RFC 3339, section 5.6, to UTC. Null for any other text.</summary>
    /// <remarks>
    /// Lower-case letters, and a space instead of the T, are allowed, as section 5.6 notes. An instant without an offset is in UTC, as
    /// Cloudflare's are. Digits beyond the seventh are cut off, because rounding could reach the next second or day. A leap second (section
    /// 5.7) becomes the second before it: .NET has no leap seconds, and the second after it is in another month.
    /// </remarks>
    /// <param name="text">The text, without quotes.</param>
    public static DateTimeOffset? Parse(ReadOnlySpan<byte> text)
    {
        if (text is not
            [
                _, _, _, _, (byte)'-', _, _, (byte)'-', _, _, (byte)'T' or (byte)'t' or (byte)' ',
                _, _, (byte)':', _, _, (byte)':', _, _, .. var rest,
            ])
        {
            return null;
        }

        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..10]));
        var (hour, minute, second) = (Digits(text[11..13]), Digits(text[14..16]), Digits(text[17..19]));
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month)
            || hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or > 60
            || Fraction(ref rest) is not { } fraction || Offset(rest) is not { } offset)
        {
            return null;
        }

        var ticks = new DateTime(year, month, day, hour, minute, Math.Min(second, 59)).Ticks + fraction - offset.Ticks;
        if (ticks < DateTime.MinValue.Ticks || ticks > DateTime.MaxValue.Ticks)
        {
            return null;
        }

        var instant = new DateTimeOffset(ticks, TimeSpan.Zero);
        return second < 60 || IsLastSecondOfMonth(instant) ? instant : null;
    }

    /// <returns>The number; -1 if a character is not a digit.</returns>
    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit))
            {
                return -1;
            }

            number = (10 * number) + digit - '0';
        }

        return number;
    }

    /// <summary>Parses an optional fraction of a second, to ticks. Null for a point without digits.</summary>
    /// <param name="rest">The text after the seconds; on return, the text after the fraction.</param>
    private static long? Fraction(ref ReadOnlySpan<byte> rest)
    {
        if (rest is not [(byte)'.', .. var digits])
        {
            return 0;
        }

        var count = digits.IndexOfAnyExceptInRange((byte)'0', (byte)'9') is >= 0 and var end ? end : digits.Length;
        rest = digits[count..];
        var ticks = 0;
        for (var i = 0; i < TickDigits; i++)
        {
            ticks = (10 * ticks) + (i < count ? digits[i] - '0' : 0);
        }

        return count > 0 ? ticks : null;
    }

    private static TimeSpan? Offset(ReadOnlySpan<byte> text)
    {
        if (text is [] or [(byte)'Z' or (byte)'z'])
        {
            return TimeSpan.Zero;
        }

        if (text is not [(byte)'+' or (byte)'-', _, _, (byte)':', _, _]
            || Digits(text[1..3]) is not (>= 0 and <= 23 and var hours) || Digits(text[4..6]) is not (>= 0 and <= 59 and var minutes))
        {
            return null;
        }

        var offset = new TimeSpan(hours, minutes, 0);
        return text[0] == '-' ? -offset : offset;
    }

    private static bool IsLastSecondOfMonth(DateTimeOffset instant) =>
        instant is { Hour: 23, Minute: 59 } && instant.Day == DateTime.DaysInMonth(instant.Year, instant.Month);
}
