using System.Collections.Immutable;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>The data of one combination of dimension values.</summary>
public sealed class SpectrumRow
{
    private readonly SpectrumColumns _columns;

    internal SpectrumRow(SpectrumDimensions dimensions, TimeIntervals intervals, ImmutableArray<NumberColumn> metrics) =>
        (Dimensions, _columns) = (dimensions, new SpectrumColumns(intervals, metrics));

    /// <summary>The dimension values of the row.</summary>
    public SpectrumDimensions Dimensions { get; }

    /// <summary>The metrics of the row that add up, over all of its intervals.</summary>
    public SpectrumRowTotals Totals => field ??= new SpectrumRowTotals(_columns);

    /// <summary>
    /// One point for each time interval, in the order of `timeIntervals` unless `order` is given. `where` and `order` work on the points
    /// that Cloudflare sent.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = PointCost.Points)]
    public IReadOnlyList<SpectrumPoint> Points => _columns;

    /// <summary>
    /// The values of one metric, in the order of `timeIntervals`, as a compact list for charts.
    /// The unit is that of the metric: events, bytes or milliseconds. Null if Cloudflare sent no value. All values of a metric that was not
    /// requested are null.
    /// </summary>
    /// <param name="metric">The metric.</param>
    [ListSize(AssumedSize = PointCost.Points)]
    [Cost(PointCost.Numbers)]
    public IReadOnlyList<double?> GetValues(SpectrumMetric metric) => Column(metric);

    /// <summary>
    /// The size in memory, in bytes. It excludes the intervals, which all rows share. Metrics without values share one column.
    /// </summary>
    internal long Size =>
        288 + MemorySize.Of(Dimensions.EventName) + MemorySize.Of(Dimensions.AppId) + MemorySize.Of(Dimensions.ColoName)
        + SizeOf(_columns.Metrics);

    /// <summary>The metrics of a row without intervals, which has one value of each, or none.</summary>
    internal SpectrumMetrics Overall => new([.. _columns.Metrics.Select(static column => column.Count > 0 ? column[0] : null)]);

    internal NumberColumn Column(SpectrumMetric metric) => _columns.Metrics[(int)metric];

    private static long SizeOf(ImmutableArray<NumberColumn> columns)
    {
        var size = 0L;
        for (var i = 0; i < columns.Length; i++)
        {
            size += columns.IndexOf(columns[i]) == i ? columns[i].Size : 0;
        }

        return size;
    }
}
