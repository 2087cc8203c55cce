using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Settings;
using Gateway.Upstream.Client;

namespace Gateway.Radar;

/// <summary>Registers the Radar feature, but for its types, which are in <c>AddTypes</c>. Nothing else refers to it.</summary>
internal static partial class RadarServices
{
    public static IRequestExecutorBuilder AddRadar(this IRequestExecutorBuilder server)
    {
        server.Services.AddOptions<RadarOptions>().BindConfiguration(RadarOptions.Section).Check(RadarOptions.Section, RadarOptions.Check);
        server.Services
            .AddCloudflareApi(RadarApi.Api)
            .AddResponseCache<CtTimeseriesQuery, CtResponse, RadarOrigin>();
        AddEngine(server);
        return server;
    }

    /// <summary>Adds what HotChocolate does not have. A build without the file that implements this omits the call.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server);
}
