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

    /// <summary>The dimension values that the row belongs to.</summary>
    public SpectrumDimensions Dimensions { get; }

    /// <summary>One point for each time interval, in their order.</summary>
    public IReadOnlyList<SpectrumPoint> Points => _columns;

    /// <summary>
    /// One metric as a plain column, in the order of `timeIntervals`: compact, for charts.
    /// Counts, bytes or milliseconds; null where Cloudflare sent no value, and throughout for a metric that was not asked for.
    /// </summary>
    /// <param name="metric">Which metric.</param>
    public IReadOnlyList<double?> GetValues(SpectrumMetric metric) => Column(metric);

    /// <summary>In bytes of memory, without the intervals, which the rows share. Metrics without values share one column.</summary>
    internal long Size =>
        200 + MemorySize.Of(Dimensions.EventName) + MemorySize.Of(Dimensions.AppId) + MemorySize.Of(Dimensions.ColoName)
        + _columns.Metrics.Distinct().Sum(static column => column.Size);

    internal NumberColumn Column(SpectrumMetric metric) => _columns.Metrics[(int)metric];
}
