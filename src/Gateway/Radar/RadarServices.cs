using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Settings;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Gateway.Upstream.Json;
using PolyType;

namespace Gateway.Radar;

/// <summary>Registers the Radar feature, but for its types, which are in <c>AddTypes</c>. Nothing else refers to it.</summary>
internal static partial class RadarServices
{
    // Several thousand are known.
    internal const int MaxAuthorityPages = 5;

    public static IRequestExecutorBuilder AddRadar(this IRequestExecutorBuilder server)
    {
        server.Services.AddSettings<RadarOptions>(RadarOptions.Section, static (_, _) => { });
        server.Services
            .AddCloudflareApi(RadarApi.Api)
            .AddEndpoint<CtColumns>(new(RadarApi.CtTimeseries, new CtTimeseriesReader(), CtPayload.Write, CtPayload.Read))
            .AddEndpoint<CtGroupedColumns>(
                new(RadarApi.CtTimeseriesGroups, new CtGroupsReader(), CtGroupsPayload.Write, CtGroupsPayload.Read))
            .AddEndpoint<CtSummaryGroups>(new(RadarApi.CtSummary, new CtSummaryReader(), CtSummaryPayload.Write, CtSummaryPayload.Read))
            .AddList(RadarApi.CtAuthorities, CtCatalogueReader.Authorities, static one => one.Size, MaxAuthorityPages)
            .AddList(RadarApi.CtLogs, CtCatalogueReader.Logs, static one => one.Size, maxPages: 1)
            .AddCatalogue<CtAuthorityData>(
                new(RadarApi.CtAuthority, CtCatalogueReader.OneAuthority, static one => one.Size, ShapeOf<CtAuthorityData>()))
            .AddCatalogue<CtLogData>(new(RadarApi.CtLog, CtCatalogueReader.OneLog, static one => one.Size, ShapeOf<CtLogData>()));
        AddEngine(server);
        return server;
    }

    private static IServiceCollection AddEndpoint<TSeries>(this IServiceCollection services, CtEndpoint<TSeries> endpoint)
        where TSeries : class, ICtWireSeries =>
        services.AddSingleton(endpoint).AddResponseCache<CtTimeseriesQuery, CtResponse<TSeries>, RadarOrigin<TSeries>>();

    private static IServiceCollection AddList<TItem>(
        this IServiceCollection services,
        CloudflareEndpoint endpoint,
        IResultReader<CtList<TItem>> reader,
        Func<TItem, long> sizeOf,
        int maxPages) =>
        services.AddCatalogue<CtList<TItem>>(
            new(endpoint, reader, list => 48 + (8 * list.Items.Count) + list.Items.Sum(sizeOf), ShapeOf<CtList<TItem>>())
            {
                Pages = new(maxPages, static list => list.Items.Count, static (first, more) => new([.. first.Items, .. more.Items])),
            });

    private static IServiceCollection AddCatalogue<TData>(this IServiceCollection services, CtCatalogue<TData> catalogue)
        where TData : class =>
        services.AddSingleton(catalogue)
            .AddResponseCache<CtCatalogueRequest, CtCatalogueResponse<TData>, RadarCatalogueOrigin<TData>>();

    private static ITypeShape<CtCataloguePayload<TData>> ShapeOf<TData>() =>
        (ITypeShape<CtCataloguePayload<TData>>)CtCatalogueShapes.GeneratedTypeShapeProvider
            .GetTypeShape(typeof(CtCataloguePayload<TData>))!;

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
