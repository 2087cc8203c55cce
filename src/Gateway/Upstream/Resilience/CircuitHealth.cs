using Microsoft.Extensions.Diagnostics.HealthChecks;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>While a circuit is open the gateway still serves what it has cached, so it is ready.</summary>
internal sealed class CircuitHealth(ApiGates gates, IEnumerable<CloudflareApi> apis) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        string[] open = [.. apis.Select(static api => api.Name).Where(name => gates[name].Circuit.State != CircuitState.Closed)];
        return Task.FromResult(open.Length == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Degraded($"The circuit is open to {string.Join(", ", open)}; cached answers are served as stale"));
    }
}
