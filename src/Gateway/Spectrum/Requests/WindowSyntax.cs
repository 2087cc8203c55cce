using System.Globalization;
using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Requests;

/// <summary>The notation of <c>window</c> and <c>shift</c>: <c>^[1-9][0-9]*[mhdw]$</c>, in minutes, hours, days or weeks.</summary>
internal static class WindowSyntax
{
    private const int MostDays = 366;

    /// <summary>Five years, of which two are leap years.</summary>
    private const int MostDaysOfQuartersAndYears = (5 * 365) + 2;

    /// <summary>The length in minutes; null if the text has another form.</summary>
    public static long? Minutes(string text)
    {
        // int.TryParse also takes zeros in front and NUL characters at the end.
        if (text is not [>= '1' and <= '9', .., var unit]
            || text.AsSpan(0, text.Length - 1).ContainsAnyExceptInRange('0', '9')
            || !int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return unit switch
        {
            'm' => number,
            'h' => number * 60L,
            'd' => number * (24 * 60L),
            'w' => number * (7 * 24 * 60L),
            _ => null,
        };
    }

    /// <summary>A text of this length, in the largest unit of days, hours and minutes that is exact.</summary>
    public static string Text(int minutes) =>
        minutes % (24 * 60) == 0 ? FormattableString.Invariant($"{minutes / (24 * 60)}d")
        : minutes % 60 == 0 ? FormattableString.Invariant($"{minutes / 60}h")
        : FormattableString.Invariant($"{minutes}m");

    public static int MostDaysOf(SpectrumTimeDelta delta) =>
        delta is SpectrumTimeDelta.Quarter or SpectrumTimeDelta.Year ? MostDaysOfQuartersAndYears : MostDays;

    public static Failure Refuse(string argument, SpectrumTimeDelta delta) => Failure.BadInput(
        argument,
        FormattableString.Invariant($"`{argument}` has to be a number of minutes, hours, days or weeks, such as 30m, 24h, 7d or 4w, ")
            + FormattableString.Invariant($"of at most {MostDaysOf(delta)} days for this `timeDelta`."));
}
