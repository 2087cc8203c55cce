using System.Collections.Immutable;
using Gateway.Columns;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>A row as columns of one length, and as the list of its points.</summary>
/// <param name="intervals">May be fewer than there are points.</param>
/// <param name="metrics">One for each <see cref="SpectrumMetric"/>, in that order, all of one length.</param>
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
