using System.Diagnostics.CodeAnalysis;
using Gateway.Caching.Secrets;
using Gateway.Settings;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

internal static class CachingServices
{
    /// <summary>
    /// Adds the cache, with its options and secrets from the <c>Cache</c> section. It uses an <see cref="IDistributedTier"/> if one is
    /// registered.
    /// </summary>
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CacheOptions>(CacheOptions.Section, CacheOptions.Check, configuration);
        services.AddTime();
        services.AddSettings<CacheSecretOptions>(CacheSecretOptions.Section, CacheSecretOptions.Check, configuration);
        services.TryAddSingleton(static provider => CacheSecret.From(provider.GetRequiredService<IOptions<CacheSecretOptions>>().Value));
        services.TryAddSingleton<FingerprintCache>();
        services.AddMetrics();
        services.TryAddSingleton<CacheMetrics>();
        services.TryAddSingleton<RateLimitMetrics>();
        services.TryAddSingleton(static provider => ActivatorUtilities.CreateInstance<RateLimits>(
            provider, provider.GetRequiredService<IOptions<CacheOptions>>().Value.StateBytes));
        services.AddOptions<KnownCredentialsOptions>().Configure<IOptions<CacheOptions>>(static (known, cache) =>
        {
            // Without a grace, whoever may read the cache is still no guest.
            var (lease, grace) = (cache.Value.AuthorizationLease, cache.Value.AuthorizationGrace);
            known.Period = lease > grace ? lease : grace;
            known.Bytes = cache.Value.StateBytes / 2;
        });
        services.TryAddSingleton<CacheState>();
        return services;
    }

    /// <summary>Adds the cache of one feature, in front of its origin.</summary>
    public static IServiceCollection AddResponseCache<
        TRequest, TResponse, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TOrigin>(
        this IServiceCollection services)
        where TRequest : ICacheableRequest
        where TResponse : class, ICacheableResponse
        where TOrigin : class, IOrigin<TRequest, TResponse>
    {
        services.TryAddSingleton<IOrigin<TRequest, TResponse>, TOrigin>();
        services.TryAddSingleton<ResponseCache<TRequest, TResponse>>();
        return services;
    }
}
