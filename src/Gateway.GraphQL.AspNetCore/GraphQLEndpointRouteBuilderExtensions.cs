using Gateway.GraphQL.AspNetCore;
using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.AspNetCore.Ide;
using Gateway.GraphQL.AspNetCore.Responses;
using Gateway.GraphQL.AspNetCore.SchemaRequests;
using Gateway.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Adds a GraphQL server to the application's routes.</summary>
public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>Maps GraphQL over HTTP to <paramref name="path"/>, and the schema's text and the IDE below it.</summary>
    /// <exception cref="InvalidOperationException"><c>AddGraphQLServer</c> was not called.</exception>
    public static GraphQLEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var transport = endpoints.ServiceProvider.GetService<TransportOptions>()
            ?? throw new InvalidOperationException("There is no GraphQL server to map: call services.AddGraphQLServer() first.");

        path = path.TrimEnd('/');
        var options = new GraphQLServerOptions();
        var schema = new SchemaDownload(options);
        var ide = new IdeEndpoint(options.Tool, endpoints.CreateApplicationBuilder);
        var writer = new ResponseWriter(
            transport,
            endpoints.ServiceProvider.GetService<TimeProvider>() ?? TimeProvider.System,
            endpoints.ServiceProvider.GetRequiredService<ExecutionDiagnostics>());
        var graphql = new GraphQLEndpoint(options, transport, writer, schema, ide, endpoints.ServiceProvider);

        return new GraphQLEndpointConventionBuilder(
            options,
            endpoints.Map(path, graphql.HandleAsync).WithDisplayName("GraphQL"),
            endpoints.MapMethods(path + "/schema.graphql", GetOrHead, schema.HandleAsync).WithDisplayName("GraphQL schema"),
            endpoints.MapMethods(path + "/{**file:minlength(1)}", GetOrHead, ide.HandleFileAsync).WithDisplayName("GraphQL IDE"));
    }

    private static readonly string[] GetOrHead = [HttpMethods.Get, HttpMethods.Head];
}
