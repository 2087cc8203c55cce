namespace Gateway.Hosting;

/// <summary>Serves the health checks at a port of their own, and there nothing else.</summary>
internal static class ManagementPort
{
    public static void UseManagementPort(this IApplicationBuilder app, int port) => app.Use(next => context =>
    {
        var isHealth = context.Request.Path.StartsWithSegments(HealthEndpoints.Root, StringComparison.OrdinalIgnoreCase);
        if (isHealth == (context.Connection.LocalPort == port))
        {
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });
}
