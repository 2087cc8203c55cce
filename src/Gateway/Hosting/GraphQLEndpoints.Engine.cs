using Microsoft.AspNetCore.Http.Features;

namespace Gateway.Hosting;

internal static partial class GraphQLEndpoints
{
    /// <summary>
    /// Resolves services without a scope for each request: none of ours is scoped, and a scope takes more than 1 % of a cache hit. In
    /// Development the service provider refuses a scoped service.
    /// </summary>
    static partial void UseApplicationServices(WebApplication app)
    {
        var services = new ServiceProvidersFeature { RequestServices = app.Services };
        app.Use(next => context =>
        {
            context.Features.Set<IServiceProvidersFeature>(services);
            return next(context);
        });
    }

    static partial void AddDocuments(GraphQLServerOptions options, SandboxInUse? sandbox)
    {
        if (options.Tool.Enable)
        {
            options.Tool.Documents = ReadyDocuments.Read(sandbox is null ? null : SandboxInUse.Zone);
        }
    }
}
