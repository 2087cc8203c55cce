using System.Globalization;
using System.Text.RegularExpressions;
using Gateway.Sandbox.Data;

namespace Gateway.Sandbox.Radar;

/// <summary>The window of one series, on the grid of 15 minutes.</summary>
internal readonly partial record struct DateWindow(DateTimeOffset Start, DateTimeOffset End)
{
    private const int MostDays = 364;
    private const int DaysPerWeek = 7;

    [GeneratedRegex("^([1-9][0-9]{0,2})(d|w)(control)?\\z", RegexOptions.IgnoreCase)]
    private static partial Regex RelativeForm();

    public TimeSpan Length => End - Start;

    /// <summary>
    /// <c>7d</c>, <c>4w</c>, <c>7dcontrol</c>. A control window has the same length, and is earlier by that length rounded up to whole
    /// weeks, so that weekdays match.
    /// </summary>
    public static DateWindow? Relative(string text, DateTimeOffset now)
    {
        if (RelativeForm().Match(text) is not { Success: true } match)
            return null;
        var unit = match.Groups[2].Value is "w" or "W" ? DaysPerWeek : 1;
        var days = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) * unit;
        if (days > MostDays)
            return null;

        var shift = match.Groups[3].Success ? (days + DaysPerWeek - 1) / DaysPerWeek * DaysPerWeek : 0;
        var end = now.AddDays(-shift);
        return Absolute(end.AddDays(-days), end);
    }

    public static DateWindow Absolute(DateTimeOffset start, DateTimeOffset end) =>
        new(Round.Down(start, AggInterval.Grid.Length), Round.Down(end, AggInterval.Grid.Length));
}
