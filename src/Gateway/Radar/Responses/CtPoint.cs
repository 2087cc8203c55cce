using Gateway.Columns;

namespace Gateway.Radar.Responses;

/// <summary>One interval of a series.</summary>
public readonly struct CtPoint
{
    private readonly CtColumns _columns;
    private readonly int _index;

    internal CtPoint(CtColumns columns, int index) => (_columns, _index) = (columns, index);

    /// <summary>Start of the interval.</summary>
    [Cost(PointCost.Instant)]
    public DateTimeOffset Timestamp => _columns.Timestamps[_index];

    /// <summary>The number of certificates, unless `meta` has another unit or normalization. Null if there is no value.</summary>
    [Cost(PointCost.Number)]
    public double? Value => _columns.Values[_index];

    /// <summary>
    /// Whether the value of this interval is final, as far as is known: it is inside the dates of its series, and ended before Cloudflare
    /// last added data.
    /// </summary>
    [Cost(PointCost.Boolean)]
    public bool Complete => _columns.Complete.Contains(_index);

    internal ReadOnlySpan<byte> TimestampText => _columns.Timestamps.Text(_index);

    internal ReadOnlySpan<byte> ValueText => _columns.Values.Text(_index);

    internal ReadOnlySpan<byte> CompleteText => _columns.Complete.Text(_index);
}
