using Microsoft.AspNetCore.Builder;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>Applies conventions to all endpoints of a <c>MapGraphQL</c> call.</summary>
public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
{
    private readonly GraphQLServerOptions _options;
    private readonly IReadOnlyList<IEndpointConventionBuilder> _endpoints;

    internal GraphQLEndpointConventionBuilder(GraphQLServerOptions options, params IReadOnlyList<IEndpointConventionBuilder> endpoints)
    {
        _options = options;
        _endpoints = endpoints;
    }

    /// <summary>Changes the options of the endpoint.</summary>
    public GraphQLEndpointConventionBuilder WithOptions(Action<GraphQLServerOptions> configure)
    {
        configure(_options);
        return this;
    }

    public void Add(Action<EndpointBuilder> convention)
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Add(convention);
        }
    }

    public void Finally(Action<EndpointBuilder> finallyConvention)
    {
        foreach (var endpoint in _endpoints)
        {
            endpoint.Finally(finallyConvention);
        }
    }
}
