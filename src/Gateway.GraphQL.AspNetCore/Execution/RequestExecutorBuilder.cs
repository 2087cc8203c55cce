using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore.Execution;

internal sealed class RequestExecutorBuilder(IServiceCollection services, TransportOptions transport) : IRequestExecutorBuilder
{
    public IServiceCollection Services => services;

    public TransportOptions Transport => transport;
}
