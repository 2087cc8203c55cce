using Gateway.Caching.Secrets;
using Gateway.Cloudflare.RateLimiting;
using Gateway.Time;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Caching;

internal static class CachingServices
{
    /// <summary>
    /// Adds the cache, with its options from the section <c>Cache</c>; an <see cref="ISecondLevel"/> is used where one was added before.
    /// </summary>
    public static IServiceCollection AddCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CacheOptions>().Bind(configuration.GetSection(CacheOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<CacheOptions>, CacheOptionsValidator>();
        services.AddTime();
        services.TryAddSingleton<ISecondLevel, NoSecondLevel>();
        services.TryAddSingleton(static provider => provider.GetService<CacheSecret>() is { } secret
            ? new Fingerprints(secret.FingerprintKey.ToArray(), secret.Previous?.Fingerprint.ToArray())
            : Fingerprints.OfThisProcess());
        services.TryAddSingleton<Callers>();
        services.TryAddSingleton<RateLimits>();
        services.TryAddSingleton<IRateLimitObserver>(static provider => provider.GetRequiredService<RateLimits>());
        services.TryAddSingleton<NoCacheMarks>();
        services.TryAddSingleton<CacheState>();
        return services;
    }

    /// <summary>Adds the cache of one feature before its origin.</summary>
    public static IServiceCollection AddReplyCache<TRequest, TReply, TOrigin>(this IServiceCollection services)
        where TRequest : ICacheableRequest
        where TReply : class, ICacheableReply
        where TOrigin : class, IOrigin<TRequest, TReply>
    {
        services.TryAddSingleton<IOrigin<TRequest, TReply>, TOrigin>();
        services.TryAddSingleton<ReplyCache<TRequest, TReply>>();
        return services;
    }
}
