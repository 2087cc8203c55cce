using System.Globalization;

namespace Gateway.Columns;

/// <summary>Numbers as the scalar Float writes them: the shortest text that reads back as the same double.</summary>
internal static class NumberText
{
    // A sign, a fraction and an exponent: Cloudflare writes small shares as 1.4e-05.
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // As many as every double tells apart, so that the shortest text of one that was read from them has no others.
    private const int SafeDigits = 15;

    /// <summary>Null for what is no number, or beyond the range of a double, which GraphQL can't say.</summary>
    public static double? Parse(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Null for what has a fraction, or is beyond the range of an Int.</summary>
    public static int? ToInteger(double? number) => number is { } given && (int)given == given ? (int)given : null;

    /// <summary>Whether a text is surely what Float would write of its number: most are, and need not be read for that.</summary>
    public static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        var digits = text is [(byte)'-', .. var rest] ? rest : text;
        var point = digits.IndexOf((byte)'.');
        var whole = point < 0 ? digits : digits[..point];
        var fraction = point < 0 ? default : digits[(point + 1)..];
        return digits.Length <= SafeDigits
            && !whole.IsEmpty
            && !whole.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && (whole[0] != '0' || whole.Length == 1)
            && (point < 0 || IsCanonicalFraction(whole, fraction));
    }

    // No zero at its end; and what is below 0.0001 has an exponent.
    private static bool IsCanonicalFraction(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction) =>
        fraction is [.., not (byte)'0']
        && !fraction.ContainsAnyExceptInRange((byte)'0', (byte)'9')
        && (whole[0] != '0' || !fraction.StartsWith("0000"u8));
}
