using System.Globalization;
using Gateway.Sandbox.Data;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>One series of a response.</summary>
/// <param name="Window">The adjusted window, which starts with the first bucket.</param>
internal sealed record Series(string Key, DateWindow Window, List<(DateTimeOffset Start, long Value)> Points);

/// <summary>The result of a query. Incomplete buckets, the newest ones, are omitted.</summary>
internal sealed record TimeseriesReport(AggInterval AggInterval, DateTimeOffset LastUpdated, Series[] Series)
{
    private const int NoKnownIssue = 5;

    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(45);

    public static TimeseriesReport Of(TimeseriesQuery query, ulong seed, DateTimeOffset now)
    {
        var counts = new CertificateCounts(seed);
        var lastUpdated = Round.Down(now - Lag, AggInterval.Grid.Length);
        return new(query.AggInterval, lastUpdated, [.. query.Series.Select(Count)]);

        Series Count(SeriesQuery series)
        {
            Share[] filters = [.. series.Filters.Select(entry => entry.Filter.ShareOf(seed, entry.Value))];
            var length = query.AggInterval.Length;
            var first = Round.Down(series.Window.Start, length);
            var points = new List<(DateTimeOffset, long)>();
            // An empty window has the bucket that contains it.
            for (var start = first; (start < series.Window.End || start == first) && start + length <= lastUpdated; start += length)
                points.Add((start, counts.Between(start, start + length, filters)));
            return new(series.Key, series.Window with { Start = first }, points);
        }
    }

    /// <summary>Converts the report to Radar's envelope: series are members next to <c>meta</c>, and values are strings.</summary>
    public TimeseriesAnswer ToJson()
    {
        var result = new Dictionary<string, object>
        {
            ["meta"] = new TimeseriesMeta(
                AggInterval.Answered,
                new(NoKnownIssue, Maintenances().Select(Annotation)),
                Series.Select(series => new AnsweredRange(Rfc3339.Format(series.Window.Start), Rfc3339.Format(series.Window.End))),
                Rfc3339.Format(LastUpdated),
                "RAW_VALUES",
                [new("*", "certificates")]),
        };
        foreach (var series in Series)
        {
            result[series.Key] = new TimeseriesValues(
                series.Points.Select(point => Rfc3339.Format(point.Start)),
                series.Points.Select(point => point.Value.ToString(CultureInfo.InvariantCulture)));
        }

        return new(Success: true, Errors: [], result);
    }

    /// <summary>The annotations: maintenance in the first hour of every month that starts in a window.</summary>
    private IEnumerable<DateTimeOffset> Maintenances()
    {
        var (first, last) = (Series.Min(series => series.Window.Start), Series.Max(series => series.Window.End));
        for (var month = new DateTimeOffset(first.Year, first.Month, 1, 0, 0, 0, TimeSpan.Zero); month < last; month = month.AddMonths(1))
        {
            if (Array.Exists(Series, series => month >= series.Window.Start && month < series.Window.End))
                yield return month;
        }
    }

    private static Annotation Annotation(DateTimeOffset start) => new(
        "CT",
        "Scheduled maintenance of a sandbox log",
        Rfc3339.Format(start),
        Rfc3339.Format(start.AddHours(1)),
        "PIPELINE",
        IsInstantaneous: false,
        "https://example.com/maintenance",
        ["sandbox"]);
}
