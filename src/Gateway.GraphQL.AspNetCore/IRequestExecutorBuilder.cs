using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>Says what a GraphQL server is made of.</summary>
public interface IRequestExecutorBuilder
{
    IServiceCollection Services { get; }
}
