using System.Diagnostics;
using Gateway.Hosting;
using Gateway.Settings;
using Microsoft.AspNetCore.HttpLogging;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Gateway.Telemetry;

/// <summary>
/// Exports what the gateway tells of itself. Instruments and spans stand in the folders that they are about; without an exporter nobody
/// listens to them.
/// </summary>
internal static class TelemetryServices
{
    /// <summary>The meters and sources of spans of all folders.</summary>
    private const string Own = "Gateway.*";

    /// <summary>
    /// The meters of ASP.NET Core. That of routing is left out: it would count each request once more, by the same route. With these and
    /// the gateway's own a hit records eight measurements, for 2 to 3 microseconds.
    /// </summary>
    private static readonly string[] AspNetCore =
        ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Diagnostics"];

    private const string ServiceName = "cloudflare-graphql-gateway";

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var (services, configuration) = (builder.Services, builder.Configuration);
        services.AddSettings<TelemetryOptions>(
                TelemetryOptions.Section,
                (options, errors) => TelemetryOptions.Check(options, ListenAddress.Ports(configuration), errors),
                configuration)
            .Validate(
                _ => TelemetryOptions.IsCollector(configuration[TelemetryOptions.OtlpEndpoint]),
                $"{TelemetryOptions.OtlpEndpoint}: An http or https address is wanted, such as `http://localhost:4317`.");
        var options = configuration.ReadSettings<TelemetryOptions>(TelemetryOptions.Section);
        AddExporters(services, isOtlp: configuration[TelemetryOptions.OtlpEndpoint] is { Length: > 0 }, options);
        AddLogging(builder, options);
    }

    /// <summary>Adds what sees each request first. What is switched off is not added.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetService<TracerProvider>() is not null)
        {
            app.UseRequestSpans();
        }

        var options = app.Services.GetRequiredService<IOptions<TelemetryOptions>>().Value;
        if (options.AccessLog)
        {
            app.UseHttpLogging();
        }

        if (options.Clients.Length > 0)
        {
            app.UseClientNames(options.Clients);
        }
    }

    private static void AddExporters(IServiceCollection services, bool isOtlp, TelemetryOptions options)
    {
        if (!isOtlp && options.Prometheus is null)
        {
            return;
        }

        var telemetry = services.AddOpenTelemetry()
            .ConfigureResource(static resource => resource.Clear()
                .AddService(ServiceName, serviceVersion: typeof(TelemetryServices).Assembly.GetName().Version?.ToString(3))
                .AddTelemetrySdk()
                // Last, so that OTEL_SERVICE_NAME and OTEL_RESOURCE_ATTRIBUTES have the last word.
                .AddEnvironmentVariableDetector())
            .WithMetrics(metrics =>
            {
                metrics.AddMeter(Own).AddMeter(AspNetCore).AddHttpClientInstrumentation().AddRuntimeInstrumentation();
                if (options.Prometheus is not null)
                {
                    metrics.AddPrometheusExporter();
                }
            });
        if (options.Prometheus is not null)
        {
            services.AddHostedService<PrometheusListener>();
        }

        if (isOtlp)
        {
            telemetry
                .WithTracing(static tracing => tracing
                    .AddSource(Own)
                    // A call within a request that is not traced would begin a trace of its own.
                    .AddHttpClientInstrumentation(
                        static http => http.FilterHttpRequestMessage = static _ => Activity.Current is { Parent.IsAllDataRequested: true }))
                .WithLogging(configureBuilder: null, static logging => logging.IncludeFormattedMessage = true)
                .UseOtlpExporter();
        }
    }

    private static void AddLogging(WebApplicationBuilder builder, TelemetryOptions options)
    {
        var console = builder.Configuration.GetSection("Logging:Console");
        var formatter = console["FormatterName"] ?? (builder.Environment.IsProduction() ? ConsoleFormatterNames.Json : null);
        if (formatter == ConsoleFormatterNames.Json)
        {
            builder.Logging.AddJsonConsole(json =>
            {
                // Settings come first.
                var set = console.GetSection("FormatterOptions");
                json.TimestampFormat = set["TimestampFormat"] ?? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";
                json.UseUtcTimestamp = set["UseUtcTimestamp"] is null || json.UseUtcTimestamp;

                // The ids of trace and span are in a scope.
                json.IncludeScopes = set["IncludeScopes"] is null || json.IncludeScopes;
            });
        }

        if (options.AccessLog)
        {
            builder.Services.AddHttpLogging(static logging =>
            {
                // No header and no query: they hold credentials and what a caller asks for.
                logging.LoggingFields = HttpLoggingFields.RequestMethod | HttpLoggingFields.RequestPath
                    | HttpLoggingFields.RequestProtocol | HttpLoggingFields.ResponseStatusCode | HttpLoggingFields.Duration;
                logging.CombineLogs = true;
            });
            builder.Logging.AddFilter("Microsoft.AspNetCore.HttpLogging", LogLevel.Information);
        }
    }
}
