using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

internal static partial class RadarServices
{
    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        AddSeries<CtTimeseries>(server, "ctTimeseries", CtTimeseriesRequest.Of);
        AddSeries<CtTimeseriesGroups>(server, "ctTimeseriesGroups", CtTimeseriesRequest.OfGroups);
        AddSeries<CtSummary>(server, "ctSummary", CtTimeseriesRequest.OfSummary);
        server.ConfigureSchema(AddTexts);
    }

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema) => schema
        .WriteLeaf<CtPoint>("timestamp", static (in CtPoint point) => point.TimestampText)
        .WriteLeaf<CtPoint>("value", static (in CtPoint point) => point.ValueText)
        .WriteLeaf<CtPoint>("complete", static (in CtPoint point) => point.CompleteText);

    private static void AddSeries<TAnswer>(
        IRequestExecutorBuilder server, string field, Func<IResolverContext, Result<CtTimeseriesRequest>> requestOf)
        where TAnswer : CtAnswer
    {
        server.Services.AddSingleton(new FieldCalls(
            "Query", field, CtInput.MaxSeries, context => requestOf(context).Value?.Parts.Select(static part => part.Key) ?? []));
        server.ConfigureSchema(static schema => schema.CacheFragments<TAnswer>(CtFragments.Of, "freshness"));
    }
}
