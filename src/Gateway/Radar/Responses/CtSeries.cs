using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>One series. The latest intervals may be missing, if Cloudflare has not finished counting them.</summary>
public sealed class CtSeries
{
    private readonly CtSeriesMeta _meta;

    /// <param name="name">The name in the answer.</param>
    /// <param name="columns">The values.</param>
    /// <param name="meta">The metadata of the call that the series came from.</param>
    /// <param name="position">The position of the series in that call; null if Cloudflare added it.</param>
    internal CtSeries(string name, CtColumns columns, CtMeta meta, int? position) =>
        (Name, Columns, _meta) = (name, columns, new CtSeriesMeta(meta, position));

    internal CtColumns Columns { get; }

    /// <summary>The name from the request. Default: `serie_0` for the first series, `serie_1` for the second, and so on.</summary>
    public string Name { get; }

    /// <summary>Length of one interval. Null if Cloudflare omitted it.</summary>
    public CtResultInterval? AggInterval => _meta.AggInterval;

    /// <summary>The period of the series, as adjusted by Cloudflare. Null if Cloudflare omitted it.</summary>
    public CtDateRange? DateRange => _meta.DateRange;

    /// <summary>When Cloudflare last added data. Later events are not counted yet. Null if Cloudflare omitted it.</summary>
    public DateTimeOffset? LastUpdated => _meta.LastUpdated;

    /// <summary>The unit of the values, as written by Cloudflare. Null if Cloudflare omitted it.</summary>
    public string? Unit => _meta.UnitOf(Columns.WireName);

    /// <summary>
    /// One point for each interval, in chronological order unless `order` is given. `where` and `order` work on the points that Cloudflare
    /// sent.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = PointCost.Points)]
    public IReadOnlyList<CtPoint> Points => Columns;

    /// <summary>The start of each interval, as a compact list for charts.</summary>
    [ListSize(AssumedSize = PointCost.Points)]
    [Cost(PointCost.Instants)]
    public IReadOnlyList<DateTimeOffset> Timestamps => Columns.Timestamps;

    /// <summary>
    /// The value of each interval, in the order of `timestamps`, as a compact list for charts. Null if there is no value.
    /// </summary>
    [ListSize(AssumedSize = PointCost.Points)]
    [Cost(PointCost.Numbers)]
    public IReadOnlyList<double?> Values => Columns.Values;

    /// <summary>
    /// Where to cut lists and columns off, so that a chart does not end in an interval that is still being counted: no point from this
    /// index on is complete. A point is complete if its interval starts at or after the start of the series' `dateRange`, and ended at or
    /// before the end of that and `lastUpdated`. The first point may be incomplete too: see `CtPoint.complete`. Determined when the answer
    /// was fetched, and the same for as long as it is cached. 0 if no point is known to be complete.
    /// </summary>
    public int CompletePoints => Columns.Complete.End;
}
