using System.Collections;
using System.Collections.Immutable;
using Gateway.Caching;

namespace Gateway.Spectrum;

/// <summary>The data of one combination of dimension values.</summary>
public sealed class SpectrumRow
{
    private readonly TimeInterval[] _intervals;
    private readonly ImmutableArray<double?[]> _columns;

    /// <param name="dimensions">What the row is about.</param>
    /// <param name="intervals">May be fewer than there are points.</param>
    /// <param name="columns">One for each <see cref="SpectrumMetric"/>, in that order, all of one length; not written to again.</param>
    internal SpectrumRow(SpectrumDimensions dimensions, TimeInterval[] intervals, ImmutableArray<double?[]> columns)
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
            double?[]? last = null;
            foreach (var column in _columns)
            {
                size += ReferenceEquals(column, last) ? 0 : MemorySize.Of(column);
                last = column;
            }

            return size;
        }
    }

    internal ReadOnlySpan<double?> Column(SpectrumMetric metric) => _columns[(int)metric];

    internal double? Value(SpectrumMetric metric, int index) => _columns[(int)metric][index];

    internal TimeInterval? Interval(int index) => index < _intervals.Length ? _intervals[index] : null;

    /// <summary>The columns seen as points, which exist only while they are looked at.</summary>
    private sealed class PointList(SpectrumRow row) : IReadOnlyList<SpectrumPoint>
    {
        public int Count => row._columns[0].Length;

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
