using Gateway.Caching.Secrets;
using Gateway.Time;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Caching.Redis;

internal static class RedisServices
{
    /// <summary>
    /// Adds the cache's secret, and, where <c>Redis:ConnectionString</c> is set, Redis as its distributed tier; without it there is no
    /// <see cref="IDistributedTier"/>.
    /// </summary>
    public static IServiceCollection AddRedisCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RedisOptions>().Bind(configuration.GetSection(RedisOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<IValidateOptions<RedisOptions>, RedisOptionsValidator>();
        services.AddOptions<CacheSecretOptions>().Bind(configuration.GetSection(CacheSecretOptions.Section))
            .Validate<IOptions<RedisOptions>>(
                static (secret, redis) => !redis.Value.IsConfigured || !string.IsNullOrEmpty(secret.Secret),
                "Property Cache:Secret: Replicas that share Redis need a secret in common: 32 random bytes or more, in base64 or hex.")
            .ValidateOnStart();
        services.AddSingleton<IValidateOptions<CacheSecretOptions>, CacheSecretOptionsValidator>();
        services.TryAddSingleton(static provider => CacheSecret.From(provider.GetRequiredService<IOptions<CacheSecretOptions>>().Value));
        services.AddTime();
        if (string.IsNullOrWhiteSpace(configuration[$"{RedisOptions.Section}:{nameof(RedisOptions.ConnectionString)}"]))
        {
            return services;
        }

        services.TryAddSingleton<RedisMetrics>();
        services.TryAddSingleton<RedisErrors>();
        services.TryAddSingleton<RedisKeys>();
        services.TryAddSingleton<RedisConnection>();
        services.TryAddSingleton<WriteQueue>();
        services.TryAddSingleton<RedisTier>();
        services.TryAddSingleton<IDistributedTier>(static provider => provider.GetRequiredService<RedisTier>());
        services.AddHostedService(static provider => provider.GetRequiredService<RedisTier>());
        return services;
    }
}
