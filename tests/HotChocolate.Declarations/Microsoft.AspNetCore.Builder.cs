using ChilliCream.Nitro.App;
using HotChocolate.AspNetCore;
using HotChocolate.AspNetCore.Extensions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

public static class EndpointRouteBuilderExtensions
{
    public static GraphQLEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql", string? schemaName = null) =>
        throw null!;

    public static GraphQLEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpointRouteBuilder, PathString path, string? schemaName = null) =>
        throw null!;

    public static IApplicationBuilder MapGraphQL(this IApplicationBuilder applicationBuilder, PathString path, string schemaName) =>
        throw null!;

    public static GraphQLEndpointConventionBuilder WithOptions(
        this GraphQLEndpointConventionBuilder builder, Action<GraphQLServerOptions> configure) =>
        throw null!;

    public static GraphQLEndpointConventionBuilder WithOptions(
        this GraphQLEndpointConventionBuilder builder, Action<NitroAppOptions> configure) =>
        throw null!;
}
