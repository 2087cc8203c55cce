using Gateway.Caching;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Spectrum connection analytics of one zone over a whole window.</summary>
public sealed class SpectrumSummary
{
    private readonly SpectrumResponse _response;

    internal SpectrumSummary(SpectrumResponse response, Freshness freshness) => (_response, Freshness) = (response, freshness);

    /// <summary>
    /// One row for each combination of dimension values. Without dimensions there is one row. Without traffic there are none.
    /// `where` and `order` work on the rows that Cloudflare sent, after it grouped the events, and take no further call. The arguments
    /// `where`, `sort` and `limit` of `spectrumSummary` are Cloudflare's: they decide which events are counted, and which rows it sends.
    /// A metric that `where` or `order` names is asked for as if it were selected. A dimension that they name must be one of `dimensions`.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = 10)]
    public IReadOnlyList<SpectrumSummaryRow> Data => new SpectrumSummaryRows(_response.Data.Rows);

    /// <summary>
    /// The rows of `data` in pages. A cursor is a place in one answer: keep all arguments and metrics while you turn pages. If the
    /// answer was renewed since, the error `HC0078` says so: begin again with the first page.
    /// </summary>
    [UsePaging(ConnectionName = "SpectrumSummaryRows", IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public IReadOnlyList<SpectrumSummaryRow> DataConnection => AnswerVersion.Of(Data, _response);

    /// <summary>Seconds between the answer and the last event that Cloudflare had processed. Later events may be missing.</summary>
    public double DataLag => _response.Data.DataLag;

    /// <summary>Total number of rows in the result, before `limit`.</summary>
    public int Rows => _response.Data.RowCount;

    /// <summary>Whether Cloudflare has more rows than `data`, because of `limit` or of a limit of its own.</summary>
    public bool Truncated => _response.Data.RowCount > _response.Data.Rows.Count;

    /// <summary>The smallest value of each metric in all rows.</summary>
    public SpectrumMetrics Min => _response.Data.Min;

    /// <summary>The largest value of each metric in all rows.</summary>
    public SpectrumMetrics Max => _response.Data.Max;

    /// <summary>Each metric over all rows. Counts and bytes are added up; durations are overall values.</summary>
    public SpectrumMetrics Totals => _response.Data.Totals;

    /// <summary>The query, as Cloudflare understood it.</summary>
    public SpectrumQuery Query => _response.Data.Query;

    /// <summary>Messages that Cloudflare sent with the answer.</summary>
    [ListSize(AssumedSize = 5)]
    public IReadOnlyList<CloudflareMessage> Messages => _response.Messages;

    internal FragmentStore Fragments => _response.Fragments;

    /// <summary>Where the answer came from and how old it is.</summary>
    public Freshness Freshness { get; }

    /// <summary>
    /// The rows as CSV (RFC 4180), a line for each row, in the order of `data`. The columns are the query's dimensions, then its metrics,
    /// in the order of `SpectrumDimension` and of `SpectrumMetric`. They have Cloudflare's names: `event,coloName,count,bytesIngress`.
    /// The query's metrics are those of the argument `metrics`, or else those that are selected beside the CSV, or else `COUNT`.
    /// A dimension value that begins with `=`, `+`, `-`, `@`, a tab or a line break has an apostrophe before it, because spreadsheets would
    /// run it as a formula. Numbers stay as they are. A cell without a value is empty. Lines end with CR LF.
    /// </summary>
    [Cost(1)]
    public string GetCsv() => SpectrumSummaryCsv.Write(_response.Data);
}
