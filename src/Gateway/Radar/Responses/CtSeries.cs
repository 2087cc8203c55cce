using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>One series. The latest intervals may be missing, if Cloudflare has not finished counting them.</summary>
public sealed class CtSeries
{
    internal CtSeries(string name, CtColumns columns) => (Name, Columns) = (name, columns);

    internal CtColumns Columns { get; }

    /// <summary>The name from the request. Default: `serie_0` for the first series, `serie_1` for the second, and so on.</summary>
    public string Name { get; }

    /// <summary>One point for each interval, in chronological order.</summary>
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
