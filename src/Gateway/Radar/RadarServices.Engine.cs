using Gateway.Radar.Responses;

namespace Gateway.Radar;

internal static partial class RadarServices
{
    static partial void AddEngine(IRequestExecutorBuilder server) => server.ConfigureSchema(static schema => AddTexts(schema
        .CacheFragments<CtTimeseries>(CtFragments.Of, "freshness")
        .CacheFragments<CtTimeseriesGroups>(CtFragments.Of, "freshness")
        .CacheFragments<CtSummary>(CtFragments.Of, "freshness")
        .CacheFragments<CtAuthorities>(static answer => answer.Fragments, "freshness")
        .CacheFragments<CtAuthorityDetails>(static answer => answer.Fragments, "freshness")
        .CacheFragments<CtLogs>(static answer => answer.Fragments, "freshness")
        .CacheFragments<CtLogDetails>(static answer => answer.Fragments, "freshness")));

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema) => schema
        .WriteLeaf<CtPoint>("timestamp", static (in CtPoint point) => point.TimestampText)
        .WriteLeaf<CtPoint>("value", static (in CtPoint point) => point.ValueText)
        .WriteLeaf<CtPoint>("complete", static (in CtPoint point) => point.CompleteText);
}
