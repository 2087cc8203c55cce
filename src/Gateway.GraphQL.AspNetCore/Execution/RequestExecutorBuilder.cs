using Gateway.GraphQL.Execution;
using Gateway.GraphQL.Inference;
using Gateway.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gateway.GraphQL.AspNetCore.Execution;

internal sealed class RequestExecutorBuilder(IServiceCollection services, TransportOptions transport) : IRequestExecutorBuilder
{
    public IServiceCollection Services => services;

    public TransportOptions Transport => transport;

    public SchemaBuilder Schema { get; } = SchemaBuilder.New().BindRequestState(typeof(HttpContext));

    public ExecutorOptions Executor { get; } = new();

    /// <exception cref="SchemaException">The schema is invalid.</exception>
    public RequestExecutor Build(IServiceProvider provider)
    {
        var isService = provider.GetRequiredService<IServiceProviderIsService>();
        var logger = provider.GetRequiredService<ILogger<RequestExecutor>>();
        Executor.Request.OnException ??= (exception, field) => ExecutionLog.ResolverFailed(logger, field, exception);
        Executor.ResponseMemory ??= provider.GetService<IResponseMemory>();
        Executor.Guards = [.. Executor.Guards, .. provider.GetServices<IOperationGuard>()];
        return new RequestExecutor(Schema.SetServices(type => !IsSequence(type) && isService.IsService(type)).Create(), Executor);
    }

    // The container considers every IEnumerable<T> a service, even without any T.
    private static bool IsSequence(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>);
}
