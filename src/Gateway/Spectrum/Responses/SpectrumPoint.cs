using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>The metrics of one row in one time interval. A metric that was not asked for is null.</summary>
public readonly struct SpectrumPoint
{
    private readonly SpectrumRow _row;
    private readonly int _index;

    internal SpectrumPoint(SpectrumRow row, int index) => (_row, _index) = (row, index);

    /// <summary>Start of the interval; null where Cloudflare sent no interval for this point.</summary>
    public DateTimeOffset? Start => _row.Start(_index);

    /// <summary>End of the interval, as Cloudflare states it; null where it sent none.</summary>
    public DateTimeOffset? End => _row.End(_index);

    internal double? Value(SpectrumMetric metric) => _row.Value(metric, _index);

    internal ReadOnlySpan<byte> StartText => _row.StartText(_index);

    internal ReadOnlySpan<byte> EndText => _row.EndText(_index);

    internal ReadOnlySpan<byte> Text(SpectrumMetric metric) => _row.Text(metric, _index);
}

/// <summary>Gives <see cref="SpectrumPoint"/> a field for each metric.</summary>
internal sealed class SpectrumPointType : ObjectType<SpectrumPoint>
{
    protected override void Configure(IObjectTypeDescriptor<SpectrumPoint> descriptor)
    {
        foreach (var metric in SpectrumField.Metrics)
        {
            descriptor.Field(metric.Wire())
                .Description(descriptor.Extend().Context.Naming.GetEnumValueDescription(metric))
                .Resolve((SpectrumPoint point) => point.Value(metric));
        }
    }
}
