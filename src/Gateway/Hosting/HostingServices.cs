using Gateway.Settings;
using Gateway.Time;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>Adds what any HTTP service needs, such as health checks and compression.</summary>
internal static class HostingServices
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSettings<HostingOptions>(HostingOptions.Section, HostingOptions.Check, builder.Configuration);
        services.AddOptions<HostOptions>().Configure(host =>
        {
            var hosting = ReadUnchecked();
            host.ShutdownTimeout = hosting.DrainPeriod + hosting.ShutdownTimeout;
        });
        services.AddTime();
        if (builder.Environment.IsDevelopment())
        {
            services.PostConfigure<SimpleConsoleFormatterOptions>(static console => console.TimestampFormat ??= "HH:mm:ss ");
            // Without the name, the console takes older settings for those of its formatter.
            services.PostConfigure<ConsoleLoggerOptions>(static console => console.FormatterName ??= ConsoleFormatterNames.Simple);
        }

        builder.UseListenAddress();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        services.AddOptions<KestrelServerOptions>().Configure(
            kestrel => kestrel.Limits.MaxConcurrentConnections = Math.Max(1, ReadUnchecked().MaxConnections));
        services.AddProxies();
        services.AddCompression();
        services.AddCrossOrigin(builder.Configuration);
        builder.AddHealth();
        builder.AddStartLog();

        // Host and server are built before the settings are checked.
        HostingOptions ReadUnchecked() => builder.Configuration.ReadSettings<HostingOptions>(HostingOptions.Section);
    }

    /// <summary>Says where the gateway can be reached, as the last line of the start.</summary>
    private static void LogAddresses(this WebApplication app, HostingOptions options) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var management = $":{options.ManagementPort}";
        HostingLog.Serving(
            app.Logger,
            string.Join(", ", app.Urls
                .Where(url => !url.EndsWith(management, StringComparison.Ordinal)).Select(url => $"{url}{options.PathBase}/graphql")),
            options.ManagementPort is null ? HealthEndpoints.Ready : $"{HealthEndpoints.Ready} at port {options.ManagementPort}");
    });

    /// <summary>The pipeline, outermost first. Middleware that is switched off is not added: every request would pass through it.</summary>
    public static void UseHosting(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<HostingOptions>>().Value;
        if (options.ForwardedHeaders.Enabled)
        {
            app.UseForwardedHeaders();
        }

        app.LogAddresses(options);
        app.UseDraining();
        if (options.ManagementPort is { } port)
        {
            app.UseManagementPort(port);
        }

        app.UseContentTypeOptions();
        app.UseUnexpectedErrors();
        app.UseResponseCompression();
        if (options.PathBase is { Length: > 0 } pathBase)
        {
            app.UseBasePath(pathBase);
        }

        app.UseRouting();
        if (app.Services.GetRequiredService<IOptions<CrossOriginOptions>>().Value.AllowedOrigins.Length > 0)
        {
            app.UseCors();
        }
    }
}
