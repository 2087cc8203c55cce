using Gateway.GraphQL.AspNetCore.Execution;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Inference;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore;

/// <summary>Says what a GraphQL server is made of.</summary>
public interface IRequestExecutorBuilder
{
    IServiceCollection Services { get; }

    internal SchemaBuilder Schema { get; }

    internal ExecutorOptions Executor { get; }

    internal TransportOptions Transport { get; }
}
