using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Radar.Inputs;

/// <summary>
/// <c>1d</c>..<c>364d</c> or <c>1w</c>..<c>52w</c>, optionally followed by <c>control</c>. The case of letters does not matter.
/// </summary>
internal static partial class CtDateRangeSyntax
{
    public const string Description = "`1d` to `364d` or `1w` to `52w`, with `control` behind it for the window before";

    public static bool IsValid(string range) => Syntax().IsMatch(range);

    /// <summary>Returns one spelling for ranges that differ only in case. <c>7d</c> and <c>1w</c> remain different.</summary>
    public static string Normalize(string range) => range.ToLowerInvariant();

    /// <summary>The length in days of a valid range. A control period is as long as the period that it precedes.</summary>
    public static int DaysOf(string range)
    {
        var unit = range.AsSpan().IndexOfAny("dwDW");
        return int.Parse(range.AsSpan(0, unit), NumberStyles.None, CultureInfo.InvariantCulture) * (range[unit] is 'w' or 'W' ? 7 : 1);
    }

    [GeneratedRegex(
        @"\A(?:(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-4])d|(?:[1-9]|[1-4][0-9]|5[0-2])w)(?:control)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Syntax();
}
