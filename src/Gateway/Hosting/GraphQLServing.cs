namespace Gateway.Hosting;

/// <summary>Adds the GraphQL server with the limits of the settings and the environment.</summary>
internal static partial class GraphQLServing
{
    public static IRequestExecutorBuilder AddGatewayServer(this WebApplicationBuilder builder)
    {
        var settings = GraphQLOptions.Read(builder.Configuration);
        var limits = settings.Limits;
        var open = builder.Environment.IsDevelopment();
        var server = builder.Services.AddGraphQLServer(maxAllowedRequestSize: settings.MaxRequestBytes)
            .DisableIntrospection(!(settings.Introspection ?? open))
            .SetIntrospectionAllowedDepth((ushort)limits.OfTypeDepth, (ushort)limits.IntrospectionDepth)
            .AddMaxExecutionDepthRule(limits.Depth, skipIntrospectionFields: true)
            .ModifyCostOptions(options =>
            {
                options.MaxFieldCost = limits.FieldCost;
                options.MaxTypeCost = limits.TypeCost;
            })
            .ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = settings.TrustedDocuments.Only);
        if (settings.TrustedDocuments.Folder is { Length: > 0 } folder)
        {
            server.AddFileSystemOperationDocumentStorage(folder);
        }

        AddEngine(server, settings, builder.Configuration.GetSection(HostingOptions.Section).Get<HostingOptions>() ?? new(), open);
        return server;
    }

    /// <summary>Adds what HotChocolate lacks or does differently. A build without the file that implements this omits it.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server, GraphQLOptions settings, HostingOptions hosting, bool open);
}
