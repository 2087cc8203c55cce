using System.Globalization;
using Gateway.Sandbox.Data;
using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Radar;

/// <summary>One series of a response.</summary>
/// <param name="Window">The adjusted window, which starts with the first bucket.</param>
/// <param name="Starts">The starts of the buckets.</param>
/// <param name="Groups">The values of each group; one without groups.</param>
internal sealed record Series(string Key, DateWindow Window, DateTimeOffset[] Starts, (string Key, string[] Values)[] Groups);

/// <summary>The result of a query. Incomplete buckets, the newest ones, are omitted.</summary>
internal sealed record CertificateReport(CertificateQuery Query, DateTimeOffset LastUpdated, Series[] Series)
{
    private const int NoKnownIssue = 5;

    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(45);

    public static CertificateReport Of(CertificateQuery query, ulong seed, DateTimeOffset now)
    {
        var counts = new CertificateCounts(seed);
        var lastUpdated = Round.Down(now - Lag, AggInterval.Grid.Length);
        return new(query, lastUpdated, [.. query.Series.Select(Count)]);

        Series Count(SeriesQuery series)
        {
            var steps = CertificateSteps.Of(series.Filters, query.Grouping?.Dimension.Name, seed);
            var length = query.AggInterval.Length;
            var first = Round.Down(series.Window.Start, length);
            var (starts, buckets) = (new List<DateTimeOffset>(), new List<long[]>());
            // An empty window has the bucket that contains it.
            for (var start = first; (start < series.Window.End || start == first) && start + length <= lastUpdated; start += length)
            {
                starts.Add(start);
                buckets.Add(counts.Between(start, start + length, steps));
            }

            var groups = query.Grouping is { } grouping ? GroupsReport.Of(steps.Keys, buckets, grouping)
                : [(steps.Keys[0], [.. buckets.Select(bucket => bucket[0].ToString(CultureInfo.InvariantCulture))])];
            return new(series.Key, series.Window with { Start = first }, [.. starts], groups);
        }
    }

    /// <summary>Converts the report to Radar's envelope: series are members next to <c>meta</c>, and values are strings.</summary>
    public CertificateAnswer ToJson()
    {
        var (isSummary, arePercentages) = (Query.Grouping?.IsSummary is true, Query.Grouping?.ArePercentages is true);
        var result = new Dictionary<string, object>
        {
            ["meta"] = new CertificateMeta(
                isSummary ? null : Query.AggInterval.Answered,
                new(NoKnownIssue, Maintenances().Select(Annotation)),
                Series.Select(series => new AnsweredRange(Rfc3339.Format(series.Window.Start), Rfc3339.Format(series.Window.End))),
                Rfc3339.Format(LastUpdated),
                arePercentages ? "PERCENTAGE" : "RAW_VALUES",
                [new("*", arePercentages ? "percents" : "certificates")]),
        };
        foreach (var series in Series)
        {
            var members = new Dictionary<string, object>();
            if (!isSummary)
                members["timestamps"] = series.Starts.Select(Rfc3339.Format).ToArray();
            foreach (var (key, values) in series.Groups)
                members[key] = isSummary ? values[0] : values;
            result[series.Key] = members;
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
