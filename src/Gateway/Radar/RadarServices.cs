using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Settings;
using Gateway.Upstream.Client;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Radar;

internal static class RadarServices
{
    /// <summary>
    /// Adds what the fields of <see cref="RadarQueries"/> ask; <see cref="CloudflareServices.AddCloudflare"/> and
    /// <see cref="CachingServices.AddCaching"/> go with it.
    /// </summary>
    public static IServiceCollection AddRadar(this IServiceCollection services)
    {
        services.AddOptions<RadarOptions>().BindConfiguration(RadarOptions.Section).Check(RadarOptions.Section, RadarOptions.Check);
        services.AddCloudflareApi(RadarApi.Api);
        services.AddResponseCache<CtTimeseriesQuery, CtResponse, RadarOrigin>();
        services.TryAddSingleton(provider => new RadarService(provider.GetRequiredService<ResponseCache<CtTimeseriesQuery, CtResponse>>()));
        return services;
    }
}
