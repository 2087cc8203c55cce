using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Resilience;

/// <summary>The gate of each endpoint by its name: Radar's trouble is none of Spectrum's, and only the call rate counts both.</summary>
internal sealed class ApiGates
{
    private readonly FrozenDictionary<string, ApiGate> _gates;

    public ApiGates(IOptions<CloudflareOptions> options, TimeProvider time, ResilienceMetrics metrics, ILogger<ApiGates> logger)
    {
        var rate = new SlidingWindowRateLimiter(options.Value.MaxCallsPerSecond, time);
        _gates = CloudflareEndpoint.All.ToFrozenDictionary(
            endpoint => endpoint.Name,
            endpoint => new ApiGate(endpoint, options.Value, rate, time, metrics, logger),
            StringComparer.Ordinal);
    }

    public ApiGate this[string endpoint] => _gates[endpoint];
}
