using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Settings;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Gateway.Upstream.Json;

namespace Gateway.Radar;

/// <summary>Registers the Radar feature, but for its types, which are in <c>AddTypes</c>. Nothing else refers to it.</summary>
internal static partial class RadarServices
{
    // Several thousand are known.
    internal const int MaxAuthorityPages = 5;

    private static readonly CacheKey[] Authorities =
        [.. Enumerable.Range(0, MaxAuthorityPages).Select(static page => CtCatalogueRequest.Authorities.KeyOfPage(page))];

    private static readonly Rehearsal Rehearsal = new(
        """{ ctTimeseries(dateRange: "1d") { series { name values points { timestamp value } } freshness { status fetchedAt } } }""",
        """
        {
          "success": true, "errors": [], "messages": [],
          "result": {
            "meta": {
              "aggInterval": "ONE_HOUR", "lastUpdated": "2026-01-01T01:00:00Z", "normalization": "RAW_VALUES",
              "dateRange": [{ "startTime": "2026-01-01T00:00:00Z", "endTime": "2026-01-01T02:00:00Z" }],
              "units": [{ "name": "*", "value": "certificates" }],
              "confidenceInfo": { "level": 5, "annotations": [] }
            },
            "s0": { "timestamps": ["2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z"], "values": ["1", "2.5"] }
          }
        }
        """);

    public static IRequestExecutorBuilder AddRadar(this IRequestExecutorBuilder server)
    {
        server.Services.AddSettings<RadarOptions>(RadarOptions.Section, static (_, _) => { });
        server.Services
            .AddCloudflareApi(RadarApi.Api)
            .AddEndpoint<CtColumns>(new(RadarApi.CtTimeseries, new CtTimeseriesReader(), CtTimeseriesPayload.Shape))
            .AddEndpoint<CtGroupedColumns>(new(RadarApi.CtTimeseriesGroups, new CtGroupsReader(), CtGroupsPayload.Shape))
            .AddEndpoint<CtSummaryGroups>(new(RadarApi.CtSummary, new CtSummaryReader(), CtSummaryPayload.Shape))
            .AddList(
                RadarApi.CtAuthorities,
                CtCatalogueReader.Authorities,
                CtCataloguePayload.Authorities,
                static one => one.Size,
                MaxAuthorityPages)
            .AddList(RadarApi.CtLogs, CtCatalogueReader.Logs, CtCataloguePayload.Logs, static one => one.Size, maxPages: 1)
            .AddCatalogue<CtAuthorityData>(
                new(RadarApi.CtAuthority, CtCatalogueReader.OneAuthority, static one => one.Size, CtCataloguePayload.OneAuthority))
            .AddCatalogue<CtLogData>(
                new(RadarApi.CtLog, CtCatalogueReader.OneLog, static one => one.Size, CtCataloguePayload.OneLog));
        server.Services.AddSingleton(Rehearsal);
        AddCalls(server.Services);
        AddEngine(server);
        return server;
    }

    private static void AddCalls(IServiceCollection services)
    {
        AddSeries(services, "ctTimeseries", CtSeriesRequest.Of);
        AddSeries(services, "ctTimeseriesGroups", CtSeriesRequest.OfGroups);
        AddSeries(services, "ctSummary", CtSeriesRequest.OfSummary);

        // A list counts as the most pages that it may take.
        AddCalls(services, "ctAuthorities", MaxAuthorityPages, static _ => Authorities);
        AddCalls(services, "ctLogs", 1, static _ => [CtCatalogueRequest.Logs.Key]);
        AddCalls(services, "ctAuthority", 1, static context => KeyOf(CtCatalogueRequest.Authority(context.ArgumentValue<string>("id"))));
        AddCalls(services, "ctLog", 1, static context => KeyOf(CtCatalogueRequest.Log(context.ArgumentValue<string>("id"))));
    }

    private static void AddSeries(
        IServiceCollection services, string field, Func<IResolverContext, Result<CtSeriesRequest>> requestOf) =>
        AddCalls(services, field, CtInput.MaxSeries, context => requestOf(context).Value?.Parts.Select(static part => part.Key) ?? []);

    private static void AddCalls(
        IServiceCollection services, string field, int most, Func<IResolverContext, IEnumerable<CacheKey>> keysOf) =>
        services.AddSingleton(new FieldCalls("Query", field, most, keysOf));

    private static CacheKey[] KeyOf(Result<CtCatalogueRequest> asked) => asked.Value is { } request ? [request.Key] : [];

    private static IServiceCollection AddEndpoint<TSeries>(this IServiceCollection services, CtSeriesEndpoint<TSeries> endpoint)
        where TSeries : class, ICtWireSeries =>
        services.AddSingleton(endpoint).AddResponseCache<CtSeriesQuery, CtResponse<TSeries>, RadarSeriesOrigin<TSeries>>();

    private static IServiceCollection AddList<TItem>(
        this IServiceCollection services,
        CloudflareEndpoint endpoint,
        IResultReader<CtList<TItem>> reader,
        PayloadShape<CtList<TItem>> shape,
        Func<TItem, long> sizeOf,
        int maxPages) =>
        services.AddCatalogue<CtList<TItem>>(
            new(endpoint, reader, list => 48 + (8 * list.Items.Count) + list.Items.Sum(sizeOf), shape)
            {
                Pages = new(maxPages, static list => list.Items.Count, static (first, more) => new([.. first.Items, .. more.Items])),
            });

    private static IServiceCollection AddCatalogue<TData>(this IServiceCollection services, CtCatalogue<TData> catalogue)
        where TData : class =>
        services.AddSingleton(catalogue)
            .AddResponseCache<CtCatalogueRequest, CtCatalogueResponse<TData>, RadarCatalogueOrigin<TData>>();

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
