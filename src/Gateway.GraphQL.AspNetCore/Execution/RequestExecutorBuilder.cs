using Gateway.GraphQL.Definitions;
using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

internal sealed class RequestExecutorBuilder(IServiceCollection services, TransportOptions transport) : IRequestExecutorBuilder
{
    public IServiceCollection Services => services;

    public TransportOptions Transport => transport;

    public SchemaBuilder Schema { get; } = SchemaBuilder.New();

    public ExecutorOptions Executor { get; } = new();

    /// <exception cref="SchemaException">The schema is invalid, or a resolver needs a service that is not registered.</exception>
    public RequestExecutor Build(IServiceProvider provider)
    {
        var logger = provider.GetRequiredService<ILogger<RequestExecutor>>();
        Executor.Request.OnException ??= (exception, field) => ExecutionLog.ResolverFailed(logger, field, exception);
        Executor.Diagnostics ??= provider.GetService<ExecutionDiagnostics>();
        Executor.ResponseMemory ??= provider.GetService<IResponseMemory>();
        Executor.Guards = [.. Executor.Guards, .. provider.GetServices<IOperationGuard>()];
        Executor.Extensions = [.. Executor.Extensions, .. provider.GetServices<IResponseExtension>()];
        var schema = Schema.Create();
        Check(schema, provider.GetService<IServiceProviderIsService>());
        return new RequestExecutor(schema, Executor);
    }

    private static void Check(Schema schema, IServiceProviderIsService? services)
    {
        // The endpoint passes the context of the request, so that is no service.
        var missing = schema.Services
            .Where(use => services?.IsService(use.Type) == false && !use.Type.IsAssignableTo(typeof(HttpContext)))
            .Select(static use =>
                $"`{use.Coordinate}` needs the service {use.Type}, which is not registered: add it to the application's services.")
            .ToList();
        if (missing.Count > 0)
        {
            throw new SchemaException(missing);
        }
    }
}
