using Gateway.Settings;
using Gateway.Time;
using Gateway.Upstream.Buffering;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Polly.Telemetry;

namespace Gateway.Upstream.Client;

internal static class CloudflareServices
{
    /// <summary>Adds an API, which gets its own gate and resilience pipeline.</summary>
    public static IServiceCollection AddCloudflareApi(this IServiceCollection services, CloudflareApi api) => services.AddSingleton(api);

    /// <summary>Adds the client for Cloudflare's APIs, with its options from the <c>Cloudflare</c> section.</summary>
    public static IServiceCollection AddCloudflare(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<CloudflareOptions>(CloudflareOptions.Section, CloudflareOptions.Check, configuration);
        services.AddSingleton<IValidateOptions<CloudflareOptions>, BaseUrlCheck>();
        services.AddTime();
        services.AddMetrics();
        services.TryAddSingleton<ResilienceMetrics>();
        services.TryAddSingleton<KnownCredentials>();
        services.TryAddSingleton<ApiGates>();
        services.TryAddSingleton<BodyBuffers>();
        services.TryAddSingleton<FailureLog>();
        services.TryAddTransient<StatusHandler>();
        services.TryAddTransient<BufferingHandler>();
        services.AddSingleton<IConnectionCheck, CloudflareCheck>();
        services.AddHealthChecks().AddCheck<CircuitHealth>("cloudflare");
        services.AddHostedService<TraceListener>();

        services.TryAddSingleton<CloudflareClient>();
        var client = services.AddHttpClient(nameof(CloudflareClient))
            .ConfigurePrimaryHttpMessageHandler(CloudflareTransport.CreateHandler)
            // SocketsHttpHandler recycles connections itself, so singletons may keep their client.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // They would log each request with its address.
            .RemoveAllLoggers();
        client.AddResilienceHandler(
                "cloudflare",
                static (builder, context) => CloudflarePipeline.Configure(builder, context.ServiceProvider, context.InstanceName))
            // The package calls the selector once with an empty request.
            .SelectPipelineBy(static _ => static request =>
                request.GetResilienceContext() is { } context ? PendingCall.Of(context).Endpoint.Api.Name : "");
        client.AddHttpMessageHandler<StatusHandler>();
        client.AddHttpMessageHandler<BufferingHandler>();

        // Silences Polly's log of every event. The gateway logs circuits itself, and the meter "Polly" has the rest.
        services.PostConfigure<TelemetryOptions>(static telemetry => telemetry.LoggerFactory = NullLoggerFactory.Instance);
        return services;
    }
}
