using Gateway.Sandbox.Http;

namespace Gateway.Sandbox.Spectrum;

/// <summary>One combination of dimension values, with its totals in each bucket and over all of them.</summary>
internal sealed record BytimeRow(string[] Dimensions, EventTotals[] Buckets)
{
    public EventTotals Overall { get; } = Buckets.Aggregate((sum, bucket) => sum + bucket);
}

/// <summary>The result of a query. Rows without events are omitted.</summary>
/// <param name="Rows">All rows, in order. The limit is applied when they are written.</param>
internal sealed record BytimeReport(BytimeQuery Query, BytimeRow[] Rows)
{
    private const char Separator = '/';

    private static readonly TimeSpan LastSecond = TimeSpan.FromSeconds(1);

    /// <param name="query">The query.</param>
    /// <param name="cells">All events of the zone.</param>
    /// <param name="complete">The end of the data: events are counted up to this time.</param>
    public static BytimeReport Of(BytimeQuery query, IEnumerable<EventCell> cells, DateTimeOffset complete)
    {
        var minutes = query.Boundaries.ConvertAll(boundary => (boundary < complete ? boundary : complete).ToUnixTimeSeconds() / 60);
        var rows = cells
            .Where(cell => query.Filter?.Matches(cell) ?? true)
            .GroupBy(cell => string.Join(Separator, query.Dimensions.Select(dimension => cell[dimension])), StringComparer.Ordinal)
            .Select(Add)
            .Where(row => row.Overall.Count > 0);
        return new(query, [.. Order(query, rows)]);

        BytimeRow Add(IEnumerable<EventCell> group)
        {
            var before = minutes.ConvertAll(minute => group.Aggregate(default(EventTotals), (sum, cell) => sum + cell.Before(minute)));
            return new(
                [.. query.Dimensions.Select(dimension => group.First()[dimension])],
                [.. before.Zip(before.Skip(1), (from, to) => to - from)]);
        }
    }

    /// <summary>
    /// Converts the report to the API's envelope: <c>metrics[metric][bucket]</c>, one row for each combination of dimensions. Minimum and
    /// maximum are values of single buckets. A summary has <c>metrics[metric]</c>, and no intervals.
    /// </summary>
    public BytimeAnswer ToJson(double lagSeconds)
    {
        var totals = Rows.Aggregate(default(EventTotals), (sum, row) => sum + row.Overall);
        return new(Success: true, Errors: [], Messages: [], new(
            Rows.Length,
            lagSeconds,
            new(
                Query.Dimensions,
                Query.Metrics,
                Query.Filter?.Text,
                Query.Sort is [] ? null : Query.Sort,
                Query.Limit,
                Rfc3339.Format(Query.Since),
                Rfc3339.Format(Query.Until),
                Query.TimeDelta?.Name),
            Query.TimeDelta is null ? null : Query.Boundaries.Zip(
                Query.Boundaries.Skip(1), (start, end) => new[] { Rfc3339.Format(start), Rfc3339.Format(end - LastSecond) }),
            Rows.Take(Query.Limit ?? int.MaxValue).Select(row => new BytimeData(row.Dimensions, MetricsOf(row))),
            Query.Metrics.ToDictionary(metric => metric, totals.Value),
            Query.Metrics.ToDictionary(metric => metric, metric => Values(metric).Min()),
            Query.Metrics.ToDictionary(metric => metric, metric => Values(metric).Max())));

        object MetricsOf(BytimeRow row) => Query.TimeDelta is null
            ? Array.ConvertAll(Query.Metrics, row.Overall.Value)
            : Array.ConvertAll(Query.Metrics, metric => Array.ConvertAll(row.Buckets, bucket => bucket.Value(metric)));

        IEnumerable<double> Values(string metric) =>
            Rows.SelectMany(row => row.Buckets, (_, bucket) => bucket.Value(metric)).DefaultIfEmpty();
    }

    /// <summary>Sorts rows by the fields of <c>sort</c>, then by the dimensions, so the order is deterministic.</summary>
    private static IEnumerable<BytimeRow> Order(BytimeQuery query, IEnumerable<BytimeRow> rows)
    {
        var ordered = rows.OrderBy(_ => 0);
        foreach (var field in query.Sort.Concat(query.Dimensions.Select(dimension => "+" + dimension)))
        {
            var dimension = Array.IndexOf(query.Dimensions, field[1..]);
            ordered = dimension < 0
                ? By(row => row.Overall.Value(field[1..]), Comparer<double>.Default)
                : By(row => row.Dimensions[dimension], StringComparer.Ordinal);

            IOrderedEnumerable<BytimeRow> By<T>(Func<BytimeRow, T> key, IComparer<T> comparer) =>
                field[0] == '-' ? ordered.ThenByDescending(key, comparer) : ordered.ThenBy(key, comparer);
        }

        return ordered;
    }
}
