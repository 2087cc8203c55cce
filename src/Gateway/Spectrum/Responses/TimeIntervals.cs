using System.Collections;
using Gateway.Columns;

namespace Gateway.Spectrum.Responses;

/// <summary>The time intervals of an answer, as two columns of one length; none of the intervals exists until it is read.</summary>
internal sealed class TimeIntervals(InstantColumn starts, InstantColumn ends) : IReadOnlyList<TimeInterval>
{
    public static readonly TimeIntervals None = new(new InstantColumn("[]"u8.ToArray()), new InstantColumn("[]"u8.ToArray()));

    public InstantColumn Starts => starts;

    /// <summary>Null where Cloudflare sent no end.</summary>
    public InstantColumn Ends => ends;

    public int Count => starts.Count;

    /// <summary>In bytes of memory.</summary>
    public long Size => MemorySize.Header + 16 + starts.Size + ends.Size;

    public TimeInterval this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new TimeInterval(this, index);
        }
    }

    public IEnumerator<TimeInterval> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return new TimeInterval(this, i);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
