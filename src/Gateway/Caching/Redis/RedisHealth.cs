using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Caching.Redis;

/// <summary>Without Redis the gateway is slower, but ready.</summary>
internal sealed class RedisHealth(RedisConnection connection) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(connection.IsAnswering
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded("Redis does not answer; answers come from memory and Cloudflare"));
}
