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
        services.AddSettings<RedisOptions>(RedisOptions.Section, RedisOptions.Check, configuration);
        if (string.IsNullOrWhiteSpace(configuration[$"{RedisOptions.Section}:{nameof(RedisOptions.ConnectionString)}"]))
        {
            return services;
        }

        services.AddOptions<CacheSecretOptions>().Validate(
            static options => !string.IsNullOrEmpty(options.Secret),
            $"{CacheSecretOptions.Section}:{nameof(CacheSecretOptions.Secret)}: Replicas that share Redis need a secret in common: "
            + "32 random bytes or more, in base64 or hex, such as from `openssl rand -hex 32`.");
        services.TryAddSingleton<RedisMetrics>();
        services.TryAddSingleton<RedisErrors>();
        services.TryAddSingleton<RedisKeys>();
        services.TryAddSingleton<RedisConnection>();
        services.TryAddSingleton<WriteQueue>();
        services.TryAddSingleton<RedisTier>();
        services.TryAddSingleton<IDistributedTier>(static provider => provider.GetRequiredService<RedisTier>());
        services.AddSingleton<IConnectionCheck, RedisCheck>();
        services.AddHealthChecks().AddCheck<RedisHealth>("redis");
        services.AddHostedService(static provider => provider.GetRequiredService<RedisTier>());
        return services;
    }
}
