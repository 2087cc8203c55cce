using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>The time intervals of an answer, as two columns of one length.</summary>
internal sealed class TimeIntervals(InstantColumn starts, InstantColumn ends) : ListView<TimeInterval>
{
    public static readonly TimeIntervals None = new(InstantColumn.Empty, InstantColumn.Empty);

    public InstantColumn Starts => starts;

    /// <summary>Null where Cloudflare sent no end.</summary>
    public InstantColumn Ends => ends;

    public override int Count => starts.Count;

    /// <summary>In bytes of memory.</summary>
    public long Size => MemorySize.Header + 16 + starts.Size + ends.Size;

    public override TimeInterval this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new TimeInterval(this, index);
        }
    }
}
