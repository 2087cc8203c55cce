using Gateway.Spectrum.Inputs;

namespace Gateway.Spectrum.Responses;

/// <summary>What Spectrum's types keep as text.</summary>
internal static class SpectrumTexts
{
    public static SchemaBuilder AddSpectrumTexts(this SchemaBuilder schema) => schema
        .WriteLeaf<TimeInterval>("start", static (in TimeInterval interval) => interval.StartText)
        .WriteLeaf<TimeInterval>("end", static (in TimeInterval interval) => interval.EndText)
        .WriteLeaf<SpectrumPoint>("start", static (in SpectrumPoint point) => point.StartText)
        .WriteLeaf<SpectrumPoint>("end", static (in SpectrumPoint point) => point.EndText)
        .WriteLeaf<SpectrumPoint>("count", static (in SpectrumPoint point) => point.Text(SpectrumMetric.Count))
        .WriteLeaf<SpectrumPoint>("bytesIngress", static (in SpectrumPoint point) => point.Text(SpectrumMetric.BytesIngress))
        .WriteLeaf<SpectrumPoint>("bytesEgress", static (in SpectrumPoint point) => point.Text(SpectrumMetric.BytesEgress))
        .WriteLeaf<SpectrumPoint>("durationAvg", static (in SpectrumPoint point) => point.Text(SpectrumMetric.DurationAvg))
        .WriteLeaf<SpectrumPoint>("durationMedian", static (in SpectrumPoint point) => point.Text(SpectrumMetric.DurationMedian))
        .WriteLeaf<SpectrumPoint>("duration90th", static (in SpectrumPoint point) => point.Text(SpectrumMetric.Duration90th))
        .WriteLeaf<SpectrumPoint>("duration99th", static (in SpectrumPoint point) => point.Text(SpectrumMetric.Duration99th));
}
