using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore.Execution;

/// <summary>Services that are the same for all requests, so that a request which needs no others needs no scope of its own.</summary>
internal sealed class SingletonServices(IServiceProvider root, IServiceCollection descriptors)
{
    private readonly ConcurrentDictionary<Type, object?> _known = new();

    /// <summary>Null where the type is no singleton.</summary>
    public object? Find(Type type) => _known.TryGetValue(type, out var known) ? known : _known.GetOrAdd(type, Resolve);

    private object? Resolve(Type type)
    {
        // The last one that was added is the one that the container gives.
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

/// <summary>A request's services; its scope begins with the first that is not a singleton.</summary>
internal sealed class RequestServices(HttpContext context, SingletonServices singletons) : IServiceProvider
{
    public object? GetService(Type serviceType) => singletons.Find(serviceType) ?? context.RequestServices.GetService(serviceType);
}
