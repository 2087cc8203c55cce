using System.Globalization;

namespace Gateway.Radar.Inputs;

/// <summary>The names of series in requests to Cloudflare. The caller's names are never sent.</summary>
internal static class CtSeriesNames
{
    public static string Of(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index}");

    /// <summary>The index of the series with a name; null for a name that the gateway did not send.</summary>
    public static int? IndexOf(string name) =>
        name is ['s', .. var digits] and not ['s', '0', _, ..]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    /// <summary>
    /// The name that the gateway sent, if Cloudflare numbers the series instead: its published schemas of groups have <c>serie_0</c> and
    /// <c>summary_0</c>, whatever the names in the request.
    /// </summary>
    public static string Normalize(string name) =>
        name.StartsWith("serie_", StringComparison.Ordinal) || name.StartsWith("summary_", StringComparison.Ordinal)
            ? IndexOf("s" + name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]) is { } index ? Of(index) : name
            : name;
}
