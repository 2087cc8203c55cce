using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Settings;
using Gateway.Upstream.Client;

namespace Gateway.Radar;

/// <summary>Registers all of Radar; nothing else names it.</summary>
internal static partial class RadarServices
{
    public static IRequestExecutorBuilder AddRadar(this IRequestExecutorBuilder server)
    {
        server.Services.AddOptions<RadarOptions>().BindConfiguration(RadarOptions.Section).Check(RadarOptions.Section, RadarOptions.Check);
        server.Services
            .AddCloudflareApi(RadarApi.Api)
            .AddResponseCache<CtTimeseriesQuery, CtResponse, RadarOrigin>();
        server.AddTypeExtension(typeof(RadarQueries));
        AddEngine(server);
        return server;
    }

    /// <summary>What HotChocolate does not have. The call is left out where the file with its body is not compiled.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
