using System.Collections.Immutable;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>The values of a row: columns of the same length, which are also the list of the row's points.</summary>
/// <param name="intervals">The time intervals. There may be fewer than points.</param>
/// <param name="metrics">One column for each <see cref="SpectrumMetric"/>, in that order. All have the same length.</param>
internal sealed class SpectrumColumns(TimeIntervals intervals, ImmutableArray<NumberColumn> metrics) : ListView<SpectrumPoint>
{
    public TimeIntervals Intervals => intervals;

    public ImmutableArray<NumberColumn> Metrics => metrics;

    public override int Count => metrics[0].Count;

    public override SpectrumPoint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return new SpectrumPoint(this, index);
        }
    }
}
