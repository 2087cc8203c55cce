namespace Gateway.Sandbox.Radar;

/// <summary>One series of an answer.</summary>
/// <param name="Window">The window as it was adjusted: its start is that of the first bucket.</param>
internal sealed record Series(string Key, DateWindow Window, IReadOnlyList<(DateTimeOffset Start, long Value)> Points);

/// <summary>What a query comes to. A bucket is there once it is complete: the newest ones are missing.</summary>
internal sealed record TimeseriesReport(AggInterval AggInterval, DateTimeOffset LastUpdated, IReadOnlyList<Series> Series)
{
    private static readonly TimeSpan Lag = TimeSpan.FromMinutes(45);

    public static TimeseriesReport Of(TimeseriesQuery query, ulong seed, DateTimeOffset now)
    {
        var counts = new CertificateCounts(seed);
        var lastUpdated = AggIntervals.FloorToGrid(now - Lag);
        return new(query.AggInterval, lastUpdated, [.. query.Series.Select(Count)]);

        Series Count(SeriesQuery series)
        {
            Share[] filters = [.. series.Filters.Select(entry => entry.Filter.ShareOf(seed, entry.Value))];
            var length = AggIntervals.Length(query.AggInterval);
            var first = AggIntervals.Floor(query.AggInterval, series.Window.Start);
            var points = new List<(DateTimeOffset, long)>();
            // A window without length still has the bucket that it lies in.
            for (var start = first; (start < series.Window.End || start == first) && start + length <= lastUpdated; start += length)
                points.Add((start, counts.Between(start, start + length, filters)));
            return new(series.Key, series.Window with { Start = first }, points);
        }
    }
}
