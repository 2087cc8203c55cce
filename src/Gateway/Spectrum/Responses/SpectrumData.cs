using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>The data of a response. It is immutable and shared by requests.</summary>
internal sealed record SpectrumData(
    IReadOnlyList<SpectrumRow> Rows,
    TimeIntervals TimeIntervals,
    double DataLag,
    int RowCount,
    SpectrumMetrics Min,
    SpectrumMetrics Max,
    SpectrumMetrics Totals,
    SpectrumQuery Query)
{
    /// <summary>The size in memory, in bytes.</summary>
    public long Size =>
        // 800 bytes for three sets of metrics, and the query with its lists.
        800 + TimeIntervals.Size + MemorySize.OfArray(Rows.Count, 8) + MemorySize.Of(Query.Filters) + Rows.Sum(static row => row.Size);
}
