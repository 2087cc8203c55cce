using Gateway.Caching;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Upstream;

namespace Gateway.Spectrum;

internal static partial class SpectrumServices
{
    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        // Without `metrics`, a call requests the selected metrics.
        server.Services.AddSingleton(new SelectionDecides("spectrumBytime", static field =>
            field.Selection.Arguments["metrics"].ValueLiteral is ListValueNode { Items.Length: > 0 }
                ? ""
                : string.Join(',', SelectedMetrics.Of(field.Context).Distinct())));
        server.ConfigureSchema(static schema => schema.CacheFragments<SpectrumBytime>(static answer => answer.Fragments, "freshness"));
        server.ConfigureSchema(AddTexts);
    }

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema)
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
    }
}
