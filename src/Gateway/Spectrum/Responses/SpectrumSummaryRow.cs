using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>The data of one combination of dimension values over the whole window.</summary>
public readonly struct SpectrumSummaryRow
{
    private readonly SpectrumRow _row;

    internal SpectrumSummaryRow(SpectrumRow row) => _row = row;

    /// <summary>The dimension values of the row.</summary>
    public SpectrumDimensions Dimensions => _row.Dimensions;

    /// <summary>Each metric of the row over the whole window, as Cloudflare computed it: durations too are those of all events.</summary>
    public SpectrumMetrics Totals => _row.Overall;
}

/// <summary>The rows of a response without intervals.</summary>
internal sealed class SpectrumSummaryRows(IReadOnlyList<SpectrumRow> rows) : ListView<SpectrumSummaryRow>
{
    public override int Count => rows.Count;

    public override SpectrumSummaryRow this[int index] => new(rows[index]);
}
