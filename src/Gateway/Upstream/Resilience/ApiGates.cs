using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Resilience;

/// <summary>The gates of the APIs, by name. APIs share the limit of calls per second and nothing else.</summary>
internal sealed class ApiGates
{
    private readonly FrozenDictionary<string, ApiGate> _gates;

    public ApiGates(
        IEnumerable<CloudflareApi> apis, IOptions<CloudflareOptions> options, KnownCredentials known, TimeProvider time,
        ResilienceMetrics metrics, ILogger<ApiGates> logger)
    {
        var rate = new SlidingWindowRateLimiter(options.Value.MaxCallsPerSecond, time);
        _gates = apis.ToFrozenDictionary(
            api => api.Name,
            api => new ApiGate(api, options.Value, known, rate, time, metrics, logger),
            StringComparer.Ordinal);
        foreach (var gate in _gates.Values)
        {
            metrics.Watch(gate);
        }
    }

    public ApiGate this[string api] => _gates[api];
}
