namespace Gateway.Hosting;

/// <summary>Serves everything below one path, and nothing beside it.</summary>
internal static class BasePath
{
    /// <summary>
    /// Adds the path base. <see cref="UsePathBaseExtensions.UsePathBase"/> alone only removes the prefix where it is, and lets all other
    /// paths pass. The health checks are found without it too, because orchestrators ask the process and not the proxy in front of it.
    /// </summary>
    public static void UseBasePath(this IApplicationBuilder app, PathString pathBase)
    {
        app.UsePathBase(pathBase);
        app.Use(static next => context =>
        {
            if (context.Request.PathBase.HasValue || context.Request.Path.Value is HealthEndpoints.Live or HealthEndpoints.Ready)
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        });
    }
}
