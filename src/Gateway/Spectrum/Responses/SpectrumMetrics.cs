using System.Collections.Immutable;
using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>One value of each metric over the whole answer. A metric that was not requested is null.</summary>
public sealed class SpectrumMetrics
{
    private readonly ImmutableArray<double?> _values;

    /// <param name="values">One value for each <see cref="SpectrumMetric"/>, in that order.</param>
    internal SpectrumMetrics(ImmutableArray<double?> values) => _values = values;

    internal double? Value(SpectrumMetric metric) => _values[(int)metric];
}

/// <summary>Gives <see cref="SpectrumMetrics"/> a field for each metric.</summary>
internal sealed class SpectrumMetricsType() : MetricFieldsType<SpectrumMetrics>(static (metrics, metric) => metrics.Value(metric));
