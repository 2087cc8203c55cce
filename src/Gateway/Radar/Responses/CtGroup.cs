using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>One group of a series: the certificates that have the same value of the dimension.</summary>
public sealed class CtGroup
{
    internal CtGroup(CtColumns columns, bool areCounts)
    {
        Columns = columns;
        foreach (var value in columns.Values)
        {
            Sum = value is { } number ? (Sum ?? 0) + number : Sum;
        }

        Total = areCounts ? Sum : null;
    }

    internal CtColumns Columns { get; }

    /// <summary>What the order goes by, whatever the values are.</summary>
    internal double? Sum { get; }

    /// <summary>
    /// The value of the dimension, as Cloudflare spells it. `other` stands for all that are not among the largest ones. Cloudflare adds
    /// new values at any time.
    /// </summary>
    public string Key => Columns.WireName;

    /// <summary>
    /// The sum of the values. Null if they are percentages, which don't add up, or if there is no value.
    /// </summary>
    public double? Total { get; }

    /// <summary>
    /// One point for each interval, in chronological order unless `order` is given. `where` and `order` work on the points that Cloudflare
    /// sent.
    /// </summary>
    [UseFiltering]
    [UseSorting]
    [ListSize(AssumedSize = PointCost.Points)]
    public IReadOnlyList<CtPoint> Points => Columns;

    /// <summary>
    /// The value of each interval, in the order of the series' `timestamps`, as a compact list for charts. Null if there is no value.
    /// </summary>
    [ListSize(AssumedSize = PointCost.Points)]
    [Cost(PointCost.Numbers)]
    public IReadOnlyList<double?> Values => Columns.Values;
}
