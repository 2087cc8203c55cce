using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Responses;

namespace Gateway.Tests;

/// <summary>Reads the schema's metric fields in tests.</summary>
internal static class MetricValues
{
    extension(SpectrumPoint point)
    {
        public double? Count => point.Value(SpectrumMetric.Count);

        public double? BytesIngress => point.Value(SpectrumMetric.BytesIngress);

        public double? BytesEgress => point.Value(SpectrumMetric.BytesEgress);

        public double? DurationAvg => point.Value(SpectrumMetric.DurationAvg);

        public double? DurationMedian => point.Value(SpectrumMetric.DurationMedian);

        public double? Duration90th => point.Value(SpectrumMetric.Duration90th);

        public double? Duration99th => point.Value(SpectrumMetric.Duration99th);
    }

    extension(SpectrumMetrics metrics)
    {
        public double? Count => metrics.Value(SpectrumMetric.Count);

        public double? BytesIngress => metrics.Value(SpectrumMetric.BytesIngress);

        public double? BytesEgress => metrics.Value(SpectrumMetric.BytesEgress);

        public double? DurationAvg => metrics.Value(SpectrumMetric.DurationAvg);

        public double? DurationMedian => metrics.Value(SpectrumMetric.DurationMedian);

        public double? Duration90th => metrics.Value(SpectrumMetric.Duration90th);

        public double? Duration99th => metrics.Value(SpectrumMetric.Duration99th);
    }
}
