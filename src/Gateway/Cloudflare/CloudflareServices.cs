using Gateway.Cloudflare.Resilience;
using Gateway.Time;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Cloudflare;

internal static class CloudflareServices
{
    /// <summary>Adds the client of Cloudflare's API, with its options from the section <c>Cloudflare</c>.</summary>
    public static IServiceCollection AddCloudflare(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CloudflareOptions>().Bind(configuration.GetSection(CloudflareOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<CloudflareOptions>, CloudflareOptionsValidator>();
        services.AddTime();
        services.AddMetrics();
        services.TryAddSingleton<ResilienceMetrics>();
        services.TryAddSingleton<CloudflarePipelines>();
        services.TryAddSingleton<CloudflareExchange>();
        services.TryAddSingleton<CloudflareClient>();
        services.AddHostedService<TraceListener>();
        return services;
    }
}
