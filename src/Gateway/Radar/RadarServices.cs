using Gateway.Cloudflare;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Radar;

internal static class RadarServices
{
    /// <summary>Adds what the fields of <see cref="RadarQueries"/> ask; <see cref="CloudflareServices.AddCloudflare"/> goes with it.</summary>
    public static IServiceCollection AddRadar(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new RadarService(
            provider.GetRequiredService<CloudflareClient>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
