using System.Globalization;

namespace Gateway.Columns;

/// <summary>Numbers as the scalar Float writes them: the shortest text that reads back as the same double.</summary>
internal static class NumberText
{
    // Allows an exponent, because Cloudflare writes small shares as 1.4e-05 (observed).
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // A double holds so many digits exactly, and writes them as they are. More may get an exponent.
    private const int MaxDigits = 15;

    /// <summary>Whether a text is a whole number in the form in which the scalar Float writes it.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> text) =>
        text.Length is > 0 and <= MaxDigits
        && !text.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && (text[0] != '0' || text.Length == 1);

    /// <summary>Null for text that is not a number, and for a number beyond the range of a Float.</summary>
    public static double? Parse(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Null for a number with a fraction, or beyond the range of an Int.</summary>
    public static int? ToInteger(double? number) => number is { } given && (int)given == given ? (int)given : null;
}
