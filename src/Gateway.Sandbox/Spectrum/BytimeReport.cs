namespace Gateway.Sandbox.Spectrum;

/// <summary>One combination of dimension values, with its totals in each bucket and over all of them.</summary>
internal sealed record BytimeRow(string[] Dimensions, EventTotals[] Buckets)
{
    public EventTotals Overall { get; } = Buckets.Aggregate((sum, bucket) => sum + bucket);
}

/// <summary>What a query comes to. Rows without any event are left out.</summary>
/// <param name="Rows">All rows in their order; the limit is applied when they are written.</param>
internal sealed record BytimeReport(BytimeQuery Query, IReadOnlyList<BytimeRow> Rows)
{
    private const char Separator = '/';

    public EventTotals Totals { get; } = Rows.Aggregate(default(EventTotals), (sum, row) => sum + row.Overall);

    /// <param name="complete">Where the data ends: events are counted up to here.</param>
    public static BytimeReport Of(BytimeQuery query, IEnumerable<EventCell> cells, DateTimeOffset complete)
    {
        var lastMinute = complete.ToUnixTimeSeconds() / 60;
        var minutes = query.Boundaries.Select(boundary => Math.Min(boundary.ToUnixTimeSeconds() / 60, lastMinute)).ToArray();
        var groups = cells
            .Where(cell => query.Filter?.Matches(cell) ?? true)
            .GroupBy(cell => string.Join(Separator, query.Dimensions.Select(dimension => cell[dimension])), StringComparer.Ordinal);
        return new BytimeReport(query, Order(query, groups.Select(Add).Where(row => row.Overall.Count > 0)));

        BytimeRow Add(IGrouping<string, EventCell> group)
        {
            var buckets = new EventTotals[minutes.Length - 1];
            foreach (var cell in group)
                AddTo(buckets, cell, minutes);
            return new([.. query.Dimensions.Select(dimension => group.First()[dimension])], buckets);
        }
    }

    /// <summary>The least and the greatest of the values that the rows hold in single buckets.</summary>
    public (double Min, double Max) Range(Metric metric)
    {
        double min = double.MaxValue, max = 0;
        foreach (var row in Rows)
        {
            foreach (var bucket in row.Buckets)
            {
                var value = bucket.Value(metric);
                min = Math.Min(min, value);
                max = Math.Max(max, value);
            }
        }

        return (Rows.Count == 0 ? 0 : min, max);
    }

    private static void AddTo(EventTotals[] buckets, EventCell cell, long[] minutes)
    {
        var before = cell.Before(minutes[0]);
        for (var i = 0; i < buckets.Length; i++)
        {
            var after = cell.Before(minutes[i + 1]);
            buckets[i] += after - before;
            before = after;
        }
    }

    /// <summary>By the fields of <c>sort</c>, then by the dimensions, so that the order never depends on chance.</summary>
    private static List<BytimeRow> Order(BytimeQuery query, IEnumerable<BytimeRow> rows)
    {
        var list = rows.ToList();
        list.Sort((a, b) =>
        {
            foreach (var field in query.Sort)
            {
                var order = field.Metric is { } metric
                    ? a.Overall.Value(metric).CompareTo(b.Overall.Value(metric))
                    : Compare(a, b, query.Dimensions.IndexOf(field.Dimension!.Value));
                if (order != 0)
                    return field.Descending ? -order : order;
            }

            return Enumerable.Range(0, a.Dimensions.Length).Select(i => Compare(a, b, i)).FirstOrDefault(order => order != 0);
        });
        return list;

        static int Compare(BytimeRow a, BytimeRow b, int dimension) =>
            string.CompareOrdinal(a.Dimensions[dimension], b.Dimensions[dimension]);
    }
}
