namespace Gateway.Hosting;

/// <summary>Maps the GraphQL endpoint and the health checks. The settings and the environment decide which features are on.</summary>
internal static partial class GraphQLEndpoints
{
    public static void MapGateway(this WebApplication app)
    {
        var settings = GraphQLOptions.Read(app.Configuration, app.Environment);
        var sandbox = app.Services.GetService<SandboxInUse>();
        app.LogFirstSteps(settings, sandbox);
        UseApplicationServices(app);
        app.MapGraphQL().WithOptions(options =>
        {
            options.Batching = settings.Batching.Enabled ? AllowedBatching.RequestBatching : AllowedBatching.None;
            options.MaxBatchSize = settings.Batching.MaxSize;
            options.EnableSchemaRequests = settings.SchemaRequests is true;
            options.Tool.Enable = settings.Ide is true;
            options.Tool.Title = "Cloudflare gateway";
            options.Tool.HttpHeaders = sandbox is null ? null : new HeaderDictionary { ["Authorization"] = sandbox.Authorization };
            AddDocuments(options, sandbox);
        });
        app.MapHealth();
    }

    static partial void UseApplicationServices(WebApplication app);

    /// <summary>Adds the documents that the IDE opens with. HotChocolate's has one untitled document at most.</summary>
    static partial void AddDocuments(GraphQLServerOptions options, SandboxInUse? sandbox);
}
