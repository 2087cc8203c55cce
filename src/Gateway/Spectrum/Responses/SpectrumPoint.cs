using Gateway.Columns;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>The metrics of one row in one time interval. A metric that was not requested is null.</summary>
public readonly struct SpectrumPoint
{
    private readonly SpectrumColumns _columns;
    private readonly int _index;

    internal SpectrumPoint(SpectrumColumns columns, int index) => (_columns, _index) = (columns, index);

    /// <summary>Start of the interval. Null if Cloudflare sent no interval for this point.</summary>
    [Cost(PointCost.Instant)]
    public DateTimeOffset? Start => HasInterval ? _columns.Intervals.Starts[_index] : null;

    /// <summary>End of the interval, as sent by Cloudflare. Null if it sent none.</summary>
    [Cost(PointCost.Instant)]
    public DateTimeOffset? End => HasInterval ? _columns.Intervals.Ends.Find(_index) : null;

    /// <summary>Whether the interval is complete; see `TimeInterval.complete`. False if Cloudflare sent no interval.</summary>
    [Cost(PointCost.Boolean)]
    public bool Complete => _columns.Intervals.Complete.Contains(_index);

    internal ReadOnlySpan<byte> StartText => HasInterval ? _columns.Intervals.Starts.Text(_index) : "null"u8;

    internal ReadOnlySpan<byte> EndText => HasInterval ? _columns.Intervals.Ends.Text(_index) : "null"u8;

    internal ReadOnlySpan<byte> CompleteText => _columns.Intervals.Complete.Text(_index);

    private bool HasInterval => _index < _columns.Intervals.Count;

    internal double? Value(SpectrumMetric metric) => _columns.Metrics[(int)metric][_index];

    internal ReadOnlySpan<byte> Text(SpectrumMetric metric) => _columns.Metrics[(int)metric].Text(_index);
}

/// <summary>Gives <see cref="SpectrumPoint"/> a field for each metric.</summary>
internal sealed class SpectrumPointType()
    : MetricFieldsType<SpectrumPoint>(static (point, metric) => point.Value(metric), PointCost.Number);
