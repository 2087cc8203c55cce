using Gateway.Caching.Secrets;
using Gateway.Settings;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Gateway.Caching.Redis;

internal static class RedisServices
{
    /// <summary>
    /// Adds Redis as the distributed tier of <see cref="CachingServices.AddCaching"/>, if <c>Redis:ConnectionString</c> is set.
    /// </summary>
    public static IServiceCollection AddRedisCaching(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RedisOptions>().Bind(configuration.GetSection(RedisOptions.Section))
            .Check(RedisOptions.Section, RedisOptions.Check);
        if (string.IsNullOrWhiteSpace(configuration[$"{RedisOptions.Section}:{nameof(RedisOptions.ConnectionString)}"]))
        {
            return services;
        }

        services.AddOptions<CacheSecretOptions>().Check(CacheSecretOptions.Section, static (options, errors) =>
        {
            if (string.IsNullOrEmpty(options.Secret))
            {
                errors.Add(
                    "Replicas that share Redis need a secret in common: 32 random bytes or more, in base64 or hex.",
                    nameof(options.Secret));
            }
        });
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
