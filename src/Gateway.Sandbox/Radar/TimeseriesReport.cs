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
    public object ToJson()
    {
        var result = new Dictionary<string, object>
        {
            ["meta"] = new
            {
                aggInterval = AggInterval.Answered,
                confidenceInfo = new { level = NoKnownIssue, annotations = Maintenances().Select(Annotation) },
                dateRange = Series.Select(series => new
                {
                    startTime = Rfc3339.Format(series.Window.Start),
                    endTime = Rfc3339.Format(series.Window.End),
                }),
                lastUpdated = Rfc3339.Format(LastUpdated),
                normalization = "RAW_VALUES",
                units = new[] { new { name = "*", value = "certificates" } },
            },
        };
        foreach (var series in Series)
        {
            result[series.Key] = new
            {
                timestamps = series.Points.Select(point => Rfc3339.Format(point.Start)),
                values = series.Points.Select(point => point.Value.ToString(CultureInfo.InvariantCulture)),
            };
        }

        return new { success = true, errors = Array.Empty<string>(), result };
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

    private static object Annotation(DateTimeOffset start) => new
    {
        dataSource = "CT",
        description = "Scheduled maintenance of a sandbox log",
        startDate = Rfc3339.Format(start),
        endDate = Rfc3339.Format(start.AddHours(1)),
        eventType = "PIPELINE",
        isInstantaneous = false,
        linkedUrl = "https://example.com/maintenance",
        tags = new[] { "sandbox" },
    };
}
