using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;

namespace Gateway.Radar;

internal static partial class RadarServices
{
    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        server.Services.AddSingleton(new FieldCalls(
            "Query",
            "ctTimeseries",
            CtInput.MaxSeries,
            static context => CtTimeseriesRequest.Of(context).Value?.Parts.Select(static part => part.Key) ?? []));
        server.ConfigureSchema(static schema => schema.CacheFragments<CtTimeseries>(CtFragments.Of, "freshness"));
        server.ConfigureSchema(AddTexts);
    }

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema) => schema
        .WriteLeaf<CtPoint>("timestamp", static (in CtPoint point) => point.TimestampText)
        .WriteLeaf<CtPoint>("value", static (in CtPoint point) => point.ValueText)
        .WriteLeaf<CtPoint>("complete", static (in CtPoint point) => point.CompleteText);
}
