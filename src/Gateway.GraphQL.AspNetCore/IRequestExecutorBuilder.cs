using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>Builds a GraphQL server.</summary>
public interface IRequestExecutorBuilder
{
    IServiceCollection Services { get; }

    internal SchemaBuilder Schema { get; }

    internal ExecutorOptions Executor { get; }

    internal TransportOptions Transport { get; }
}
