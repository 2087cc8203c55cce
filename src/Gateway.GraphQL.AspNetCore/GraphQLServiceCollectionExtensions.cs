using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds a GraphQL server to the application's services.</summary>
public static class GraphQLServiceCollectionExtensions
{
    /// <param name="services">The application's services, which resolvers can use.</param>
    /// <param name="maxAllowedRequestSize">The largest body of a POST in bytes, above 0. Default: 256 KiB.</param>
    public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services, int maxAllowedRequestSize = 256 * 1024)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxAllowedRequestSize);
        var transport = new TransportOptions { MaxAllowedRequestSize = maxAllowedRequestSize };
        var builder = new RequestExecutorBuilder(services, transport);
        services.AddMetrics();
        services.TryAddSingleton<ExecutionDiagnostics>();
        services.AddSingleton(transport);
        services.AddSingleton<IRequestExecutor>(provider => builder.Build(provider));
        services.AddHostedService<SchemaInitializer>();
        return builder.UsePersistedOperationPipeline().ModifyDocumentLimits(static limits => limits).AddCostAnalyzer();
    }
}
