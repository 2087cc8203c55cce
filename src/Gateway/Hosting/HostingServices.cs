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
        services.AddOptions<HostingOptions>().Bind(builder.Configuration.GetSection(HostingOptions.Section))
            .Check(HostingOptions.Section, HostingOptions.Check);
        services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>(
            (host, hosting) => host.ShutdownTimeout = hosting.Value.DrainPeriod + hosting.Value.ShutdownTimeout);
        services.AddTime();
        if (builder.Environment.IsDevelopment())
        {
            services.PostConfigure<SimpleConsoleFormatterOptions>(static console => console.TimestampFormat ??= "HH:mm:ss ");
            // Without the name, the console takes older settings for those of its formatter.
            services.PostConfigure<ConsoleLoggerOptions>(static console => console.FormatterName ??= ConsoleFormatterNames.Simple);
        }

        builder.UseListenAddress();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.AddServerHeader = false);
        services.AddOptions<KestrelServerOptions>().Configure<IOptions<HostingOptions>>(
            static (kestrel, hosting) => kestrel.Limits.MaxConcurrentConnections = hosting.Value.MaxConnections);
        services.AddProxies();
        services.AddCompression();
        services.AddCrossOrigin(builder.Configuration);
        services.AddHealth();
    }

    /// <summary>The pipeline, outermost first. Middleware that is switched off is not added: every request would pass through it.</summary>
    public static void UseHosting(this WebApplication app)
    {
        var options = app.Services.GetRequiredService<IOptions<HostingOptions>>().Value;
        if (options.ForwardedHeaders.Enabled)
        {
            app.UseForwardedHeaders();
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
