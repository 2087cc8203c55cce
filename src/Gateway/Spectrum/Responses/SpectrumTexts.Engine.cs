using Gateway.Spectrum.Inputs;
using Gateway.Upstream;

namespace Gateway.Spectrum.Responses;

/// <summary>What Spectrum's types keep as text.</summary>
internal static class SpectrumTexts
{
    public static SchemaBuilder AddSpectrumTexts(this SchemaBuilder schema)
    {
        schema
            .WriteLeaf<TimeInterval>("start", static (in TimeInterval interval) => interval.StartText)
            .WriteLeaf<TimeInterval>("end", static (in TimeInterval interval) => interval.EndText)
            .WriteLeaf<SpectrumPoint>("start", static (in SpectrumPoint point) => point.StartText)
            .WriteLeaf<SpectrumPoint>("end", static (in SpectrumPoint point) => point.EndText);
        foreach (var metric in SpectrumField.Metrics)
        {
            schema.WriteLeaf(metric.Wire(), (in SpectrumPoint point) => point.Text(metric));
        }

        return schema;
    }
}
