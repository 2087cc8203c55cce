using Gateway.Settings;
using Gateway.Time;
using Gateway.Upstream.Buffering;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Logging.Abstractions;
using Polly.Telemetry;

namespace Gateway.Upstream.Client;

internal static class CloudflareServices
{
    /// <summary>Adds an API that is called, with a gate and a pipeline of its own.</summary>
    public static IServiceCollection AddCloudflareApi(this IServiceCollection services, CloudflareApi api) => services.AddSingleton(api);

    /// <summary>Adds the client of Cloudflare's APIs, with its options from the section <c>Cloudflare</c>.</summary>
    public static IServiceCollection AddCloudflare(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CloudflareOptions>().Bind(configuration.GetSection(CloudflareOptions.Section))
            .Check(CloudflareOptions.Section, CloudflareOptions.Check);
        services.AddTime();
        services.AddMetrics();
        services.TryAddSingleton<ResilienceMetrics>();
        services.TryAddSingleton<ApiGates>();
        services.TryAddSingleton<BodyBuffers>();
        services.TryAddTransient<BufferingHandler>();
        services.AddHostedService<TraceListener>();

        var client = services.AddHttpClient<CloudflareClient>(CloudflareTransport.Configure)
            .ConfigurePrimaryHttpMessageHandler(CloudflareTransport.CreateHandler)
            // Connections are recycled by the handler itself, so that singletons may keep their client.
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            // A line for each request, with its address.
            .RemoveAllLoggers();
        client.AddResilienceHandler(
                "cloudflare", static (builder, context) => CloudflarePipeline.Configure(builder, context.ServiceProvider, context.InstanceName))
            // The package tries the selector on an empty request once.
            .SelectPipelineBy(static _ => static request =>
                request.GetResilienceContext() is { } context ? PendingCall.Of(context).Endpoint.Api.Name : "");
        client.AddHttpMessageHandler<BufferingHandler>();

        // Of its events the gateway logs what an operator needs, once and without the exceptions of single calls; the rest is on the meter Polly.
        services.PostConfigure<TelemetryOptions>(static telemetry => telemetry.LoggerFactory = NullLoggerFactory.Instance);
        return services;
    }
}
