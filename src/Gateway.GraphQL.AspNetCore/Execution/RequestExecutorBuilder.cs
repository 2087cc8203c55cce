using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

internal sealed class RequestExecutorBuilder(IServiceCollection services, TransportOptions transport) : IRequestExecutorBuilder
{
    public IServiceCollection Services => services;

    public TransportOptions Transport => transport;

    public SchemaBuilder Schema { get; } = SchemaBuilder.New();

    public ExecutorOptions Executor { get; } = new();

    /// <exception cref="SchemaException">The schema is invalid.</exception>
    public RequestExecutor Build(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILogger<RequestExecutor>>();
        Executor.Request.OnException ??= (exception, field) => ExecutionLog.ResolverFailed(logger, field, exception);
        Executor.ResponseMemory ??= provider.GetService<IResponseMemory>();
        Executor.Guards = [.. Executor.Guards, .. provider.GetServices<IOperationGuard>()];
        return new RequestExecutor(Schema.Create(), Executor);
    }
}
