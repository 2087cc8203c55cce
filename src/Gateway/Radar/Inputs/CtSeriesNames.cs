using System.Globalization;
using Gateway.Radar.Inputs;

namespace Gateway.Radar.Requests;

/// <summary>How the inputs of a series are written on the wire.</summary>
internal static class CtInputs
{
    /// <summary>
    /// Every input of a series but its name and dates: called alike in the schema and on the wire, in the order of both.
    /// What is not in this list neither reaches the wire nor tells two requests apart.
    /// </summary>
    public static readonly CtFilter[] Filters =
    [
        new("ca", series => series.Ca, IsText: true),
        new("caOwner", series => series.CaOwner, IsText: true),
        new("duration", series => Name(series.Duration)),
        new("entryType", series => Name(series.EntryType)),
        new("expirationStatus", series => Name(series.ExpirationStatus)),
        new("hasIps", series => Boolean(series.HasIps)),
        new("hasWildcards", series => Boolean(series.HasWildcards)),
        new("log", series => series.Log, IsText: true),
        new("logApi", series => Name(series.LogApi)),
        new("logOperator", series => series.LogOperator, IsText: true),
        new("publicKeyAlgorithm", series => Name(series.PublicKeyAlgorithm)),
        new("signatureAlgorithm", series => Name(series.SignatureAlgorithm)),
        new("tld", series => series.Tld, IsText: true),
        new("uniqueEntries", series => Boolean(series.UniqueEntries)),
        new("validationLevel", series => Name(series.ValidationLevel)),
    ];

    public static string Interval(CtAggInterval interval) => interval switch
    {
        CtAggInterval.FifteenMinutes => "15m",
        CtAggInterval.OneHour => "1h",
        CtAggInterval.OneDay => "1d",
        CtAggInterval.OneWeek => "1w",
        _ => throw new ArgumentOutOfRangeException(nameof(interval), interval, null),
    };

    /// <summary>RFC 3339 in UTC, so that one instant has one form, with the fraction's digits that it has.</summary>
    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    /// <summary>The name of the i-th series: a caller's own names never leave the gateway.</summary>
    public static string SeriesName(int index) => string.Create(CultureInfo.InvariantCulture, $"s{index}");

    /// <summary>Which series a name stands for; null for one that is not ours.</summary>
    public static int? SeriesIndex(string name) =>
        name is ['s', .. var digits] and not ['s', '0', _, ..]
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    // The members of these enums are spelled as on the wire.
    private static string? Name<T>(T? value)
        where T : struct, Enum
        => value is { } given ? Enum.GetName(given) : null;

    private static string? Boolean(bool? value) => value switch
    {
        true => "true",
        false => "false",
        null => null,
    };
}

/// <summary>One filter: its name, its wire form for a series, and whether that is a caller's own text.</summary>
internal sealed record CtFilter(string Name, Func<CtSeriesInput, string?> ValueOf, bool IsText = false);
