using System.Globalization;
using System.Text.RegularExpressions;

namespace Gateway.Radar.Inputs;

/// <summary>
/// <c>1d</c>..<c>364d</c> or <c>1w</c>..<c>52w</c>, optionally followed by <c>control</c>. The case of letters does not matter.
/// </summary>
internal static partial class CtDateRangeSyntax
{
    public const string Description = "`1d` to `364d` or `1w` to `52w`, with `control` behind it for the window before";

    private const int DaysPerWeek = 7;

    /// <returns>What is wrong with the range; null if it is valid.</returns>
    public static string? FaultOf(string range)
    {
        if (Syntax().IsMatch(range))
        {
            return null;
        }

        var (count, unit, control) = Split(range);
        var minutes = unit switch
        {
            "h" => 60 * count,
            "m" => count,
            _ => 0,
        };
        var days = string.Create(CultureInfo.InvariantCulture, $"{minutes / (24 * 60)}d{control}");
        var help = minutes % (24 * 60) == 0 && Syntax().IsMatch(days) ? $": `{range}` is `{days}`" : "";
        return $"must be {Description}{help}";
    }

    /// <summary>Returns one spelling for ranges that differ only in case. <c>7d</c> and <c>1w</c> remain different.</summary>
    public static string Normalize(string range) => range.ToLowerInvariant();

    /// <summary>The length in days of a valid range. A control period is as long as the period that it precedes.</summary>
    public static int DaysOf(string range) => Split(range) is var (count, unit, _) && unit == "w" ? count * DaysPerWeek : count;

    /// <summary>Half of a valid range, in whole days, or in weeks if it has an even number of them; null for a single day.</summary>
    public static string? Half(string range)
    {
        var (count, unit, control) = Split(range);
        (count, unit) = unit == "w" && count % 2 != 0 ? (DaysPerWeek * count, "d") : (count, unit);
        return count < 2 ? null : string.Create(CultureInfo.InvariantCulture, $"{count / 2}{unit}{control}");
    }

    /// <summary>The parts of a range, in lower case, also of one in hours or minutes; (0, "", "") for any other text.</summary>
    private static (int Count, string Unit, string Control) Split(string range) =>
        Parts().Match(Normalize(range)) is { Success: true, Groups: var parts }
            ? (int.Parse(parts["count"].ValueSpan, CultureInfo.InvariantCulture), parts["unit"].Value, parts["control"].Value)
            : (0, "", "");

    [GeneratedRegex(
        @"\A(?:(?:[1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-4])d|(?:[1-9]|[1-4][0-9]|5[0-2])w)(?:control)?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Syntax();

    [GeneratedRegex(
        @"\A(?<count>[1-9][0-9]{0,5})(?<unit>[dwhm])(?<control>control)?\z",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Parts();
}
