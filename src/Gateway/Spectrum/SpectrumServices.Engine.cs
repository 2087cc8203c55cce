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
        server.Services
            .AddSingleton(new FieldCalls("Query", "spectrumBytime", 1, static context => KeysOf(SpectrumBytimeRequest.Of(context))))
            .AddSingleton(new FieldCalls("Query", "spectrumSummary", 1, static context => KeysOf(SpectrumSummaryRequest.Of(context))))
            .AddSingleton(new FieldCalls("Query", "spectrumCurrent", 1, static context => KeysOf(SpectrumCurrentRequest.Of(context))));
        server.ConfigureSchema(static schema => schema
            .CacheFragments<SpectrumBytime>(static answer => answer.Fragments, "freshness")
            .CacheFragments<SpectrumSummary>(static answer => answer.Fragments, "freshness")
            .CacheFragments<SpectrumCurrent>(static answer => answer.Fragments, "freshness"));
        server.ConfigureSchema(AddTexts);
    }

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema)
    {
        schema
            .WriteLeaf<TimeInterval>("start", static (in TimeInterval interval) => interval.StartText)
            .WriteLeaf<TimeInterval>("end", static (in TimeInterval interval) => interval.EndText)
            .WriteLeaf<TimeInterval>("complete", static (in TimeInterval interval) => interval.CompleteText)
            .WriteLeaf<SpectrumPoint>("start", static (in SpectrumPoint point) => point.StartText)
            .WriteLeaf<SpectrumPoint>("end", static (in SpectrumPoint point) => point.EndText)
            .WriteLeaf<SpectrumPoint>("complete", static (in SpectrumPoint point) => point.CompleteText);
        foreach (var metric in SpectrumField.Metrics)
        {
            schema.WriteLeaf(metric.Wire(), (in SpectrumPoint point) => point.Text(metric));
        }
    }

    /// <summary>The keys of a field's calls. A field with invalid arguments makes none.</summary>
    private static CacheKey[] KeysOf<T>(Result<T> request)
        where T : class, ICacheableRequest =>
        request.Value is { } valid ? [valid.Key] : [];
}
