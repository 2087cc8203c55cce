using System.Collections.Immutable;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>One value of each metric over the whole answer. A metric that was not asked for is null.</summary>
public sealed class SpectrumMetrics
{
    private readonly ImmutableArray<double?> _values;

    /// <param name="values">One for each <see cref="SpectrumMetric"/>, in that order.</param>
    internal SpectrumMetrics(ImmutableArray<double?> values) => _values = values;

    /// <summary>Number of events.</summary>
    public double? Count => _values[(int)SpectrumMetric.Count];

    /// <summary>Bytes from the client to Cloudflare.</summary>
    public double? BytesIngress => _values[(int)SpectrumMetric.BytesIngress];

    /// <summary>Bytes from Cloudflare to the client.</summary>
    public double? BytesEgress => _values[(int)SpectrumMetric.BytesEgress];

    /// <summary>Mean duration of connections, in milliseconds.</summary>
    public double? DurationAvg => _values[(int)SpectrumMetric.DurationAvg];

    /// <summary>Median duration of connections, in milliseconds.</summary>
    public double? DurationMedian => _values[(int)SpectrumMetric.DurationMedian];

    /// <summary>90th percentile of the duration of connections, in milliseconds.</summary>
    public double? Duration90th => _values[(int)SpectrumMetric.Duration90th];

    /// <summary>99th percentile of the duration of connections, in milliseconds.</summary>
    public double? Duration99th => _values[(int)SpectrumMetric.Duration99th];

    internal double? Value(SpectrumMetric metric) => _values[(int)metric];
}
