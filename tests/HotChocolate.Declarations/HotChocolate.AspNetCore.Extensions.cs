using Microsoft.AspNetCore.Builder;

namespace HotChocolate.AspNetCore.Extensions;

public sealed class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
{
    private GraphQLEndpointConventionBuilder() => throw null!;

    public void Add(Action<EndpointBuilder> convention) => throw null!;
}
