using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Gateway.Hosting;

/// <summary>What any HTTP service needs around its own work.</summary>
internal static class HostingServices
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<HostingOptions>().Bind(builder.Configuration.GetSection(HostingOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<HostingOptions>, HostingOptionsValidator>();
        services.AddOptions<HostOptions>().Configure<IOptions<HostingOptions>>(
            (host, hosting) => host.ShutdownTimeout = hosting.Value.DrainPeriod + hosting.Value.ShutdownTimeout);
        services.TryAddSingleton(TimeProvider.System);

        builder.UseListenAddress();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        services.AddProxies();
        services.AddCompression();
        services.AddCrossOrigin(builder.Configuration);
        services.AddHealth();
    }

    /// <summary>The pipeline, outermost first.</summary>
    public static void UseHosting(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseUnexpectedErrors();
        app.UseResponseCompression();
        app.UsePathBase(app.Services.GetRequiredService<IOptions<HostingOptions>>().Value.PathBase);
        app.UseRouting();
        app.UseCors();
    }
}
