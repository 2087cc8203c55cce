using System.Collections;
using System.Collections.Immutable;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>The data of one combination of dimension values.</summary>
public sealed class SpectrumRow
{
    private readonly TimeIntervals _intervals;
    private readonly ImmutableArray<NumberColumn> _columns;

    /// <param name="dimensions">What the row is about.</param>
    /// <param name="intervals">May be fewer than there are points.</param>
    /// <param name="columns">One for each <see cref="SpectrumMetric"/>, in that order, all of one length.</param>
    internal SpectrumRow(SpectrumDimensions dimensions, TimeIntervals intervals, ImmutableArray<NumberColumn> columns)
    {
        Dimensions = dimensions;
        _intervals = intervals;
        _columns = columns;
        Points = new PointList(this);
    }

    /// <summary>The dimension values that the row belongs to.</summary>
    public SpectrumDimensions Dimensions { get; }

    /// <summary>One point for each time interval, in their order.</summary>
    public IReadOnlyList<SpectrumPoint> Points { get; }

    /// <summary>
    /// One metric as a plain column, in the order of `timeIntervals`: compact, for charts.
    /// Counts, bytes or milliseconds; null where Cloudflare sent no value, and throughout for a metric that was not asked for.
    /// </summary>
    /// <param name="metric">Which metric.</param>
    public IReadOnlyList<double?> GetValues(SpectrumMetric metric) => _columns[(int)metric];

    /// <summary>In bytes of memory, without the intervals, which the rows share; a column without values is shared by all of an answer.</summary>
    internal long Size
    {
        get
        {
            var size = 200 + MemorySize.Of(Dimensions.EventName) + MemorySize.Of(Dimensions.AppId) + MemorySize.Of(Dimensions.ColoName);
            NumberColumn? last = null;
            foreach (var column in _columns)
            {
                size += ReferenceEquals(column, last) ? 0 : column.Size;
                last = column;
            }

            return size;
        }
    }

    internal NumberColumn Column(SpectrumMetric metric) => _columns[(int)metric];

    internal double? Value(SpectrumMetric metric, int index) => _columns[(int)metric][index];

    internal ReadOnlySpan<byte> Text(SpectrumMetric metric, int index) => _columns[(int)metric].Text(index);

    // There may be fewer intervals than points.
    internal DateTimeOffset? Start(int index) => index < _intervals.Count ? _intervals.Starts[index] : null;

    internal DateTimeOffset? End(int index) => index < _intervals.Count ? _intervals.Ends.Find(index) : null;

    internal ReadOnlySpan<byte> StartText(int index) => index < _intervals.Count ? _intervals.Starts.Text(index) : "null"u8;

    internal ReadOnlySpan<byte> EndText(int index) => index < _intervals.Count ? _intervals.Ends.Text(index) : "null"u8;

    /// <summary>The columns seen as points, which exist only while they are looked at.</summary>
    private sealed class PointList(SpectrumRow row) : IReadOnlyList<SpectrumPoint>
    {
        public int Count => row._columns[0].Count;

        public SpectrumPoint this[int index]
        {
            get
            {
                ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
                return new SpectrumPoint(row, index);
            }
        }

        public IEnumerator<SpectrumPoint> GetEnumerator()
        {
            for (var i = 0; i < Count; i++)
            {
                yield return new SpectrumPoint(row, i);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
