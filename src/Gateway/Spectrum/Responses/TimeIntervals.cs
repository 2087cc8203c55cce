using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>The time intervals of an answer: two columns of the same length, and which intervals are complete.</summary>
internal sealed class TimeIntervals(InstantColumn starts, InstantColumn ends, CompleteRange complete) : ListView<TimeInterval>
{
    public static readonly TimeIntervals None = new(InstantColumn.Empty, InstantColumn.Empty, CompleteRange.None);

    public InstantColumn Starts => starts;

    /// <summary>The ends of the intervals. Null if Cloudflare sent none.</summary>
    public InstantColumn Ends => ends;

    public CompleteRange Complete => complete;

    public override int Count => starts.Count;

    /// <summary>The size in memory, in bytes.</summary>
    public long Size => MemorySize.Header + 24 + starts.Size + ends.Size;

    public override TimeInterval this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new TimeInterval(this, index);
        }
    }
}
