using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Settings;
using Gateway.Upstream.Client;

namespace Gateway.Radar;

/// <summary>Registers the Radar feature. Nothing else refers to it.</summary>
internal static partial class RadarServices
{
    public static IRequestExecutorBuilder AddRadar(this IRequestExecutorBuilder server)
    {
        server.Services.AddOptions<RadarOptions>().BindConfiguration(RadarOptions.Section).Check(RadarOptions.Section, RadarOptions.Check);
        server.Services
            .AddCloudflareApi(RadarApi.Api)
            .AddEndpoint<CtColumns>(new(RadarApi.CtTimeseries, new CtTimeseriesReader(), CtPayload.Write, CtPayload.Read))
            .AddEndpoint<CtGroupedColumns>(
                new(RadarApi.CtTimeseriesGroups, new CtGroupsReader(), CtGroupsPayload.Write, CtGroupsPayload.Read))
            .AddEndpoint<CtSummaryGroups>(new(RadarApi.CtSummary, new CtSummaryReader(), CtSummaryPayload.Write, CtSummaryPayload.Read));
        server.AddTypeExtension(typeof(RadarQueries));
        AddEngine(server);
        return server;
    }

    private static IServiceCollection AddEndpoint<TSeries>(this IServiceCollection services, CtEndpoint<TSeries> endpoint)
        where TSeries : class, ICtWireSeries =>
        services.AddSingleton(endpoint).AddResponseCache<CtTimeseriesQuery, CtResponse<TSeries>, RadarOrigin<TSeries>>();

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
