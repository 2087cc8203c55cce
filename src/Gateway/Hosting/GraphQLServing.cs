using Gateway.Columns;
using Gateway.Settings;
using Gateway.Upstream;

namespace Gateway.Hosting;

/// <summary>Adds the GraphQL server with the limits of the settings and the environment.</summary>
internal static partial class GraphQLServing
{
    /// <summary>
    /// How much longer than the deadline of a field the engine waits. Each field ends by itself at its deadline; the engine's own timeout,
    /// which ends the whole operation without data, is only for what hangs.
    /// </summary>
    private static readonly TimeSpan TimeoutMargin = TimeSpan.FromSeconds(5);

    public static IRequestExecutorBuilder AddGatewayServer(this WebApplicationBuilder builder)
    {
        var settings = GraphQLOptions.Read(builder.Configuration, builder.Environment);
        var limits = settings.Limits;
        builder.Services.AddGraphQLSettings(builder.Configuration, builder.Environment);
        var deadline = builder.Configuration.ReadSettings<CloudflareOptions>(CloudflareOptions.Section).Deadline;
        var server = builder.Services.AddGraphQLServer(maxAllowedRequestSize: settings.MaxRequestBytes)
            .DisableIntrospection(settings.Introspection is not true)
            .SetIntrospectionAllowedDepth((ushort)limits.OfTypeDepth, (ushort)limits.IntrospectionDepth)
            .AddMaxExecutionDepthRule(limits.Depth, skipIntrospectionFields: true)
            .ModifyCostOptions(options =>
            {
                options.MaxFieldCost = limits.FieldCost;
                options.MaxTypeCost = limits.TypeCost;
                options.Filtering.DefaultFilterArgumentCost = PointCost.Filter;
                options.Filtering.DefaultFilterOperationCost = PointCost.Filter;
                options.Filtering.DefaultExpensiveFilterOperationCost = PointCost.TextSearch;
                options.Sorting.DefaultSortArgumentCost = PointCost.Order;
                options.Sorting.DefaultSortOperationCost = PointCost.Key;
            })
            .ModifyRequestOptions(options =>
            {
                options.ExecutionTimeout = deadline + TimeoutMargin;
                options.PersistedOperations.OnlyAllowPersistedDocuments = settings.TrustedDocuments.Only;
            });
        AddEngine(server, settings, builder.Configuration.ReadSettings<HostingOptions>(HostingOptions.Section));
        return server;
    }

    public static void AddGraphQLSettings(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) =>
        services.AddSettings<GraphQLOptions>(GraphQLOptions.Section, GraphQLOptions.Check, configuration)
            .PostConfigure(options => options.SetDefaults(environment));

    /// <summary>Adds what the two engines do differently, or only one of them has.</summary>
    static partial void AddEngine(IRequestExecutorBuilder server, GraphQLOptions settings, HostingOptions hosting);
}
