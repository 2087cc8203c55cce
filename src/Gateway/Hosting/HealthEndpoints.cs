using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Gateway.Hosting;

/// <summary>
/// <c>/health/live</c>: 200 while the process answers; restart it otherwise. <c>/health/ready</c>: 200 while it takes requests, 503
/// while it starts and drains. The body says <c>Healthy</c>, <c>Degraded</c> or <c>Unhealthy</c>, and then a line for each thing that is
/// not as it should be.
/// </summary>
internal static class HealthEndpoints
{
    public const string Root = "/health";
    public const string Live = Root + "/live";
    public const string Ready = Root + "/ready";

    public static void AddHealth(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
        builder.Services.AddHealthChecks().AddCheck<Readiness>("ready");

        // It would log each poll of a gateway that drains as an error. What changes is logged where it changes.
        builder.Logging.AddFilter("Microsoft.Extensions.Diagnostics.HealthChecks", LogLevel.None);
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Live, new HealthCheckOptions { Predicate = static _ => false, ResponseWriter = WriteAsync });
        endpoints.MapHealthChecks(Ready, new HealthCheckOptions { ResponseWriter = WriteAsync });
    }

    private static Task WriteAsync(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain";
        var details = report.Entries
            .Where(static entry => entry.Value is { Status: not HealthStatus.Healthy, Description: not null })
            .Select(static entry => $"{entry.Key}: {entry.Value.Description}");
        return context.Response.WriteAsync(string.Join('\n', details.Prepend($"{report.Status}")), context.RequestAborted);
    }
}
