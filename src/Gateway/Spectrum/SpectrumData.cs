namespace Gateway.Spectrum;

/// <summary>The data of an answer. Never changes, and is shared by every request that reads it.</summary>
internal sealed record SpectrumData(
    IReadOnlyList<SpectrumRow> Rows,
    IReadOnlyList<TimeInterval> TimeIntervals,
    double DataLag,
    int RowCount,
    SpectrumMetrics Min,
    SpectrumMetrics Max,
    SpectrumMetrics Totals,
    SpectrumQuery Query);
