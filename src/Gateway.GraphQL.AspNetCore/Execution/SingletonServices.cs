using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>Resolves singletons without a scope. A request that only needs singletons creates no scope.</summary>
internal sealed class SingletonServices(IServiceProvider root, IServiceCollection descriptors)
{
    private readonly ConcurrentDictionary<Type, object?> _known = new();

    /// <summary>Gets a singleton; null for any other service.</summary>
    public object? Find(Type type) => _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Resolve);

    private object? Resolve(Type type)
    {
        // Of several registrations, the container resolves the last one.
        for (var index = descriptors.Count - 1; index >= 0; index--)
        {
            if (descriptors[index] is { IsKeyedService: false } descriptor && descriptor.ServiceType == type)
            {
                return descriptor.Lifetime == ServiceLifetime.Singleton ? root.GetService(type) : null;
            }
        }

        return null;
    }
}

/// <summary>The services of a request. The first service that is not a singleton creates the scope.</summary>
internal sealed class RequestServices(HttpContext context, SingletonServices singletons) : IServiceProvider
{
    public object? GetService(Type serviceType) => singletons.Find(serviceType) ?? context.RequestServices.GetService(serviceType);
}
