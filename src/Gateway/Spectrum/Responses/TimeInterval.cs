using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>One time interval of an answer.</summary>
public readonly struct TimeInterval
{
    private readonly TimeIntervals _intervals;
    private readonly int _index;

    internal TimeInterval(TimeIntervals intervals, int index) => (_intervals, _index) = (intervals, index);

    /// <summary>Start of the interval, inclusive.</summary>
    [Cost(PointCost.Instant)]
    public DateTimeOffset Start => _intervals.Starts[_index];

    /// <summary>
    /// End of the interval, as sent by Cloudflare. It may be the last moment of the interval or the first one after it. Null if Cloudflare
    /// sent none.
    /// </summary>
    [Cost(PointCost.Instant)]
    public DateTimeOffset? End => _intervals.Ends.Find(_index);

    /// <summary>
    /// Whether the values of this interval are final, as far as is known: it is inside the query's window, and Cloudflare had all of its
    /// events when the answer was fetched. False for the running interval.
    /// </summary>
    [Cost(PointCost.Boolean)]
    public bool Complete => _intervals.Complete.Contains(_index);

    internal ReadOnlySpan<byte> StartText => _intervals.Starts.Text(_index);

    internal ReadOnlySpan<byte> EndText => _intervals.Ends.Text(_index);

    internal ReadOnlySpan<byte> CompleteText => _intervals.Complete.Text(_index);
}
