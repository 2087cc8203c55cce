using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Upstream;

namespace Gateway.Radar;

internal static partial class RadarServices
{
    private static readonly CacheKey[] Authorities =
        [.. Enumerable.Range(0, MaxAuthorityPages).Select(static page => CtCatalogueRequest.Authorities.KeyOfPage(page))];

    static partial void AddEngine(IRequestExecutorBuilder server)
    {
        AddSeries<CtTimeseries>(server, "ctTimeseries", CtSeriesRequest.Of);
        AddSeries<CtTimeseriesGroups>(server, "ctTimeseriesGroups", CtSeriesRequest.OfGroups);
        AddSeries<CtSummary>(server, "ctSummary", CtSeriesRequest.OfSummary);

        // A list counts as the most pages that it may take.
        AddCatalogue<CtAuthorities>(server, "ctAuthorities", MaxAuthorityPages, static _ => Authorities);
        AddCatalogue<CtLogs>(server, "ctLogs", 1, static _ => [CtCatalogueRequest.Logs.Key]);
        AddCatalogue<CtAuthorityDetails>(
            server, "ctAuthority", 1, static context => KeyOf(CtCatalogueRequest.Authority(context.ArgumentValue<string>("id"))));
        AddCatalogue<CtLogDetails>(
            server, "ctLog", 1, static context => KeyOf(CtCatalogueRequest.Log(context.ArgumentValue<string>("id"))));
        server.ConfigureSchema(AddTexts);
    }

    /// <summary>Adds the leaf fields whose JSON is stored.</summary>
    internal static void AddTexts(SchemaBuilder schema) => schema
        .WriteLeaf<CtPoint>("timestamp", static (in CtPoint point) => point.TimestampText)
        .WriteLeaf<CtPoint>("value", static (in CtPoint point) => point.ValueText)
        .WriteLeaf<CtPoint>("complete", static (in CtPoint point) => point.CompleteText);

    private static void AddCalls(
        IRequestExecutorBuilder server, string field, int most, Func<IResolverContext, IEnumerable<CacheKey>> keysOf) =>
        server.Services.AddSingleton(new FieldCalls("Query", field, most, keysOf));

    private static void AddCatalogue<TAnswer>(
        IRequestExecutorBuilder server, string field, int most, Func<IResolverContext, IEnumerable<CacheKey>> keysOf)
        where TAnswer : CtCatalogueAnswer
    {
        AddCalls(server, field, most, keysOf);
        server.ConfigureSchema(static schema => schema.CacheFragments<TAnswer>(static answer => answer.Fragments, "freshness"));
    }

    private static CacheKey[] KeyOf(Result<CtCatalogueRequest> asked) => asked.Value is { } request ? [request.Key] : [];

    private static void AddSeries<TAnswer>(
        IRequestExecutorBuilder server, string field, Func<IResolverContext, Result<CtSeriesRequest>> requestOf)
        where TAnswer : CtAnswer
    {
        AddCalls(server, field, CtInput.MaxSeries, context => requestOf(context).Value?.Parts.Select(static part => part.Key) ?? []);
        server.ConfigureSchema(static schema => schema.CacheFragments<TAnswer>(CtFragments.Of, "freshness"));
    }
}
