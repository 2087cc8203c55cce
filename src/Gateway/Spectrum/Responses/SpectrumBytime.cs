using Gateway.Caching;
using Gateway.Columns;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>Spectrum connection analytics of one zone, grouped by time interval.</summary>
public sealed class SpectrumBytime
{
    // The assumed number of rows.
    private const int AssumedRows = 10;

    private const int AssumedMetrics = 7;

    private readonly SpectrumResponse _response;

    internal SpectrumBytime(SpectrumResponse response, Freshness freshness) => (_response, Freshness) = (response, freshness);

    /// <summary>
    /// One row for each combination of dimension values. Without dimensions there is one row. Without traffic there are none.
    /// `where` and `order` work on the rows that Cloudflare sent, after it grouped the events, and take no further call. The arguments
    /// `where`, `sort` and `limit` of `spectrumBytime` are Cloudflare's: they decide which events are counted, and which rows it sends.
    /// A metric that `where` or `order` names is asked for as if it were selected. A dimension that they name must be one of `dimensions`.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = AssumedRows)]
    public IReadOnlyList<SpectrumRow> Data => _response.Data.Rows;

    /// <summary>
    /// The rows of `data` in pages. A cursor is a place in one answer: keep all arguments and metrics while you turn pages. If the
    /// answer was renewed since, the error `HC0078` says so: begin again with the first page.
    /// </summary>
    [UsePaging(ConnectionName = "SpectrumRows", IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public IReadOnlyList<SpectrumRow> DataConnection => AnswerVersion.Of(Data, _response);

    /// <summary>The time intervals, in the order of each row's points. Empty if Cloudflare sent none.</summary>
    [ListSize(AssumedSize = PointCost.Points)]
    public IReadOnlyList<TimeInterval> TimeIntervals => _response.Data.TimeIntervals;

    /// <summary>
    /// Where to cut lists and columns off, so that a chart does not end in the running interval: no interval from this index on is
    /// complete. An interval is complete if it starts at or after the start of the window, and ended at or before the window's end and
    /// `dataLag` before the answer. So the first interval is incomplete too if `since` is not the start of an interval: see
    /// `TimeInterval.complete`. Determined when the answer was fetched, and the same for as long as it is cached. 0 if no interval is known
    /// to be complete.
    /// </summary>
    public int CompleteIntervals => _response.Data.TimeIntervals.Complete.End;

    /// <summary>Seconds between the answer and the last event that Cloudflare had processed. Later events may be missing.</summary>
    public double DataLag => _response.Data.DataLag;

    /// <summary>Total number of rows in the result, before `limit`.</summary>
    public int Rows => _response.Data.RowCount;

    /// <summary>Whether Cloudflare has more rows than `data`, because of `limit` or of a limit of its own.</summary>
    public bool Truncated => _response.Data.RowCount > _response.Data.Rows.Count;

    /// <summary>The smallest value of each metric in all rows and intervals.</summary>
    public SpectrumMetrics Min => _response.Data.Min;

    /// <summary>The largest value of each metric in all rows and intervals.</summary>
    public SpectrumMetrics Max => _response.Data.Max;

    /// <summary>Each metric over all rows and intervals. Counts and bytes are added up; durations are overall values.</summary>
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
    /// The rows as CSV (RFC 4180), a line for each interval. The first column, `time`, is the start of the interval (RFC 3339). A column
    /// follows for each row and each metric of the query, in the order of `data` and of `SpectrumMetric`. Its name is the row's values of
    /// the query's dimensions (event, application, data centre, IP version), then Cloudflare's name of the metric, with spaces between:
    /// `connect SFO bytesIngress`. Without dimensions it is the metric. A value that Cloudflare left out is `null`. If rows have the same
    /// values, those of the second one end with ` (2)`. So names are unique.
    /// The query's metrics are those of the argument `metrics`, or else those that are selected beside the CSV, or else `COUNT`.
    /// A value that begins with `=`, `+`, `-`, `@`, a tab or a line break has an apostrophe before it, because spreadsheets would run it as
    /// a formula. The numbers of metrics stay as they are. A cell without a value is empty. Lines end with CR LF.
    /// </summary>
    [Cost(PointCost.Instants + (AssumedRows * AssumedMetrics * PointCost.Numbers))]
    public string GetCsv() => SpectrumCsv.Write(_response.Data);
}
