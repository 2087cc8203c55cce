using System.Globalization;

namespace Gateway.Columns;

/// <summary>Numbers as the scalar Float writes them: the shortest text that reads back as the same double.</summary>
internal static class NumberText
{
    // A sign, a fraction and an exponent: Cloudflare writes small shares as 1.4e-05.
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Null for what is no number, or beyond the range of a double, which GraphQL can't say.</summary>
    public static double? Parse(ReadOnlySpan<byte> text) =>
        double.TryParse(text, Style, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;

    /// <summary>Null for what has a fraction, or is beyond the range of an Int.</summary>
    public static int? ToInteger(double? number) => number is { } given && (int)given == given ? (int)given : null;
}
