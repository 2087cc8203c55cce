using System.Globalization;

namespace Gateway.Columns;

/// <summary>Numbers as the scalar Float writes them: the shortest text that reads back as the same double.</summary>
internal static class NumberText
{
    // Allows an exponent, because Cloudflare writes small shares as 1.4e-05 (observed).
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Null for text that is not a number, and for a number beyond the range of a Float.</summary>
    public static double? Parse(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Null for a number with a fraction, or beyond the range of an Int.</summary>
    public static int? ToInteger(double? number) => number is { } given && (int)given == given ? (int)given : null;
}
