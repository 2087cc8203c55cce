using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>One series with its groups. The latest intervals may be missing, if Cloudflare has not finished counting them.</summary>
public sealed class CtGroupedSeries
{
    private readonly CtSeriesMeta _meta;

    /// <param name="name">The name in the answer.</param>
    /// <param name="columns">The groups.</param>
    /// <param name="meta">The metadata of the call that the series came from.</param>
    /// <param name="position">The position of the series in that call; null if Cloudflare added it.</param>
    internal CtGroupedSeries(string name, CtGroupedColumns columns, CtMeta meta, int? position) =>
        (Name, Columns, _meta) = (name, columns, new CtSeriesMeta(meta, position));

    internal CtGroupedColumns Columns { get; }

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

    /// <summary>The start of each interval, for the points and values of all groups.</summary>
    [ListSize(AssumedSize = PointCost.Points)]
    [Cost(PointCost.Instants)]
    public IReadOnlyList<DateTimeOffset> Timestamps => Columns.Timestamps;

    /// <summary>
    /// The groups, by the sum of their values, the largest first, unless `order` is given. `other` stands among them like any group. With
    /// counts, the groups of an interval add up to the value of `ctTimeseries`.
    /// `where` and `order` work on the groups that Cloudflare sent, and take no further call. The filters of `series` and `limitPerGroup`
    /// are Cloudflare's: they decide which certificates are counted, and which groups it sends. `csv` has all groups.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = CtGroupCost.Groups)]
    public IReadOnlyList<CtGroup> Groups => Columns.Groups;

    /// <summary>
    /// Where to cut lists and columns off, so that a chart does not end in an interval that is still being counted: no point from this
    /// index on is complete. A point is complete if its interval starts at or after the start of the series' `dateRange`, and ended at or
    /// before the end of that and `lastUpdated`. The first point may be incomplete too: see `CtPoint.complete`. Determined when the answer
    /// was fetched, and the same for as long as it is cached. 0 if no point is known to be complete.
    /// </summary>
    public int CompletePoints => Columns.Complete.End;
}
