using Gateway.Spectrum.Inputs;

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

    /// <summary>Number of events.</summary>
    public double? Count => _row.Value(SpectrumMetric.Count, _index);

    /// <summary>Bytes from the client to Cloudflare.</summary>
    public double? BytesIngress => _row.Value(SpectrumMetric.BytesIngress, _index);

    /// <summary>Bytes from Cloudflare to the client.</summary>
    public double? BytesEgress => _row.Value(SpectrumMetric.BytesEgress, _index);

    /// <summary>Mean duration of connections, in milliseconds.</summary>
    public double? DurationAvg => _row.Value(SpectrumMetric.DurationAvg, _index);

    /// <summary>Median duration of connections, in milliseconds.</summary>
    public double? DurationMedian => _row.Value(SpectrumMetric.DurationMedian, _index);

    /// <summary>90th percentile of the duration of connections, in milliseconds.</summary>
    public double? Duration90th => _row.Value(SpectrumMetric.Duration90th, _index);

    /// <summary>99th percentile of the duration of connections, in milliseconds.</summary>
    public double? Duration99th => _row.Value(SpectrumMetric.Duration99th, _index);

    internal ReadOnlySpan<byte> StartText => _row.StartText(_index);

    internal ReadOnlySpan<byte> EndText => _row.EndText(_index);

    internal ReadOnlySpan<byte> Text(SpectrumMetric metric) => _row.Text(metric, _index);
}
