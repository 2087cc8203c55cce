using Gateway.Sandbox;

namespace Gateway.Hosting;

/// <summary>The <c>GraphQL</c> section of the configuration.</summary>
internal sealed class GraphQLHostingOptions
{
    public const string Section = "GraphQL";

    /// <summary>Whether a browser gets the IDE. Default: everywhere but in Production.</summary>
    public bool? Ide { get; set; }

    /// <summary>Whether anyone can download the schema. Default: everywhere but in Production.</summary>
    public bool? SchemaRequests { get; set; }
}

/// <summary>Maps the GraphQL endpoint as the environment allows.</summary>
internal static class GraphQLEndpoints
{
    /// <summary>Any well-formed token is good for the sandbox; this is the one that its documents use. It opens nothing else.</summary>
    private const string SandboxAuthorization = "Bearer " + SandboxCredentials.Everything;

    public static void MapGateway(this WebApplication app)
    {
        var settings = app.Configuration.GetSection(GraphQLHostingOptions.Section).Get<GraphQLHostingOptions>() ?? new();
        var open = !app.Environment.IsProduction();
        var sandbox = app.Services.GetService<SandboxInUse>() is not null;
        app.MapGraphQL().WithOptions(options =>
        {
            options.EnableSchemaRequests = settings.SchemaRequests ?? open;
            options.Tool.Enable = settings.Ide ?? open;
            options.Tool.Title = "Cloudflare gateway";
            options.Tool.HttpHeaders = sandbox ? new HeaderDictionary { ["Authorization"] = SandboxAuthorization } : null;
        });
        app.MapHealth();
    }
}
