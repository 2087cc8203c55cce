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
}
