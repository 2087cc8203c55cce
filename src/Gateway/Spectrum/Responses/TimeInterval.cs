namespace Gateway.Spectrum.Responses;

/// <summary>One time interval of an answer.</summary>
public readonly struct TimeInterval
{
    private readonly TimeIntervals _intervals;
    private readonly int _index;

    internal TimeInterval(TimeIntervals intervals, int index) => (_intervals, _index) = (intervals, index);

    /// <summary>When it starts, inclusive.</summary>
    public DateTimeOffset Start => _intervals.Starts[_index];

    /// <summary>When it ends, as Cloudflare states it: its last moment or the first one after it. Null where it sent none.</summary>
    public DateTimeOffset? End => _intervals.Ends.Find(_index);

    internal ReadOnlySpan<byte> StartText => _intervals.Starts.Text(_index);

    internal ReadOnlySpan<byte> EndText => _intervals.Ends.Text(_index);
}
