using Gateway.Sandbox;

namespace Gateway.Hosting;

/// <summary>Maps the GraphQL endpoint as the environment allows.</summary>
internal static class GraphQLEndpoints
{
    /// <summary>Any well-formed token is good for the sandbox; this is the one that its documents use. It opens nothing else.</summary>
    private const string SandboxAuthorization = "Bearer " + SandboxCredentials.Everything;

    public static void MapGateway(this WebApplication app)
    {
        var settings = GraphQLOptions.Read(app.Configuration);
        var open = !app.Environment.IsProduction();
        var sandbox = app.Services.GetService<SandboxInUse>() is not null;
        app.MapGraphQL().WithOptions(options =>
        {
            options.EnableBatching = settings.Batching.Enabled;
            options.MaxBatchSize = settings.Batching.MaxSize;
            options.EnableSchemaRequests = settings.SchemaRequests ?? open;
            options.Tool.Enable = settings.Ide ?? open;
            options.Tool.Title = "Cloudflare gateway";
            options.Tool.HttpHeaders = sandbox ? new HeaderDictionary { ["Authorization"] = SandboxAuthorization } : null;
        });
        app.MapHealth();
    }
}
