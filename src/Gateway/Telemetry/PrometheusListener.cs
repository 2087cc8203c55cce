using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

namespace Gateway.Telemetry;

/// <summary>
/// Serves <c>/metrics</c> to Prometheus. It is a server of its own, so that callers reach it by no path, and so that it answers whatever
/// becomes of the gateway's connections.
/// </summary>
internal sealed class PrometheusListener(
    MeterProvider meters, IOptions<TelemetryOptions> options, ILogger<PrometheusListener> logger)
    : IHostedService, IAsyncDisposable
{
    public const string Path = "/metrics";

    private WebApplication? _app;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Without a log: it would say that it listens and started, as if it were the gateway.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Services.AddSingleton<IHostLifetime, Lifetime>();
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ListenAnyIP(options.Value.Prometheus!.Value);
        });
        _app = builder.Build();
        _app.Use(static next => context =>
        {
            // Scrapes are no requests of callers.
            context.Features.Get<IHttpMetricsTagsFeature>()?.MetricsDisabled = true;
            return next(context);
        });
        _app.UseOpenTelemetryPrometheusScrapingEndpoint(
            meters, predicate: null, Path, configureBranchedPipeline: null, optionsName: null);
        await _app.StartAsync(cancellationToken);
        TelemetryLog.Serving(logger, _app.Urls.First() + Path);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? default;

    /// <summary>Signals are the gateway's. It stops this server after its own.</summary>
    private sealed class Lifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
