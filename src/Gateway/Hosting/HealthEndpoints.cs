using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Gateway.Hosting;

/// <summary>
/// <c>/health/live</c>: 200 while the process answers; restart it otherwise. <c>/health/ready</c>: 200 while it takes requests, 503
/// while it starts and drains.
/// </summary>
internal static class HealthEndpoints
{
    public const string Live = "/health/live";
    public const string Ready = "/health/ready";

    public static void AddHealth(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
        services.AddHealthChecks().AddCheck<Readiness>("ready");
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(Live, new HealthCheckOptions { Predicate = static _ => false });
        endpoints.MapHealthChecks(Ready);
    }
}
