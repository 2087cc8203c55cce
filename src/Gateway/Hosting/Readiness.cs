using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>
/// Ready from start to shutdown. Before the server stops listening, it reports that it is not ready, but still answers for a while. So load
/// balancers remove it without a failed request.
/// </summary>
internal sealed class Readiness(
    IHostApplicationLifetime lifetime, IOptions<HostingOptions> options, TimeProvider time, ILogger<Readiness> logger)
    : IHealthCheck, IHostedLifecycleService
{
    private volatile bool _isDraining;

    /// <summary>Whether the gateway is about to stop.</summary>
    public bool IsDraining => _isDraining;

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_isDraining ? HealthCheckResult.Unhealthy("shutting down")
            : lifetime.ApplicationStarted.IsCancellationRequested ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("starting"));

    public async Task StoppingAsync(CancellationToken cancellationToken)
    {
        _isDraining = true;
        if (options.Value.DrainPeriod > TimeSpan.Zero)
        {
            HostingLog.Draining(logger, options.Value.DrainPeriod);
            await Task.Delay(options.Value.DrainPeriod, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
