namespace Gateway.Spectrum;

/// <summary>The descriptions of fields and arguments that the query and a zone have both.</summary>
internal static class FieldTexts
{
    public const string Bytime = """
        Spectrum connection analytics of one zone, grouped by time interval.
        Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
        """;

    public const string Summary = """
        Spectrum connection analytics of one zone over a whole window: one number for each metric, as tiles and tables need them, without
        a time series. With `window`, or with dates on the bounds of intervals,
        the same arguments stand for the same window as in `spectrumBytime`. It counts from `since` to `until` to the second, where a time
        series has whole intervals.
        Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
        """;

    public const string Current = """
        The connections of a zone's Spectrum applications in the last minute.
        Requires a Cloudflare credential with `Zone > Analytics > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
        """;

    public const string Apps = """
        The Spectrum applications of one zone, with their names. Takes a call for each 100 of them, 10 at most, and counts as 10 calls of
        the operation, because how many it takes is not known before. Fresh for five minutes.
        Requires a Cloudflare credential with `Zone > Zone Settings > Read` on the zone. Null, with an error, if Cloudflare gives no answer.
        """;

    /// <summary>Of rows: both kinds have it.</summary>
    public const string App = """
        The Spectrum application of `appId`, from the zone's applications. They are looked at once, however many rows there are, and count
        as 10 calls of the operation, as `spectrumApps` does. Null if `appId` is, or if the zone has no such application any more.
        Requires `Zone > Zone Settings > Read` on the zone. Without it, or if Cloudflare gives no answer, all applications of the zone are
        null, with one error, and the rows stand.
        """;

    public const string ZoneId = "The zone's id: 32 hex digits. Capitals are taken as lower case.";

    public const string TimeDelta = "Length of one time interval.";

    /// <summary>Of <c>spectrumSummary</c>, which has no intervals.</summary>
    public const string WindowDelta = """
        The interval at whose start `window` begins, and nothing else: give that of the chart beside it, so that both show the same events.
        Without effect on `since` and `until`.
        """;

    public const string AppIds = """
        Only these applications, in any order: ids of 32 hex digits, 100 at most. Capitals are taken as lower case. Default, and for an
        empty list: all.
        """;

    public const string ColoName =
        "Only this Cloudflare data centre, by its airport code: 1 to 3 letters, taken as capitals. Default: all.";
}
