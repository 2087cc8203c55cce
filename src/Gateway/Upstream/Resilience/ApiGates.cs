using System.Collections.Frozen;
using Microsoft.Extensions.Options;

namespace Gateway.Upstream.Resilience;

/// <summary>The gates of the APIs, by name. APIs share the limit of calls per second and nothing else.</summary>
internal sealed class ApiGates : IDisposable
{
    private readonly FrozenDictionary<string, ApiGate> _gates;
    private readonly CallScheduler _scheduler;

    public ApiGates(
        IEnumerable<CloudflareApi> apis, IOptions<CloudflareOptions> options, KnownCredentials known, TimeProvider time,
        ResilienceMetrics metrics, ILogger<ApiGates> logger)
    {
        CloudflareApi[] all = [.. apis];
        _scheduler = new CallScheduler(options.Value, all.Length, time);
        _gates = all.Zip(_scheduler.Apis).ToFrozenDictionary(
            static api => api.First.Name,
            api => new ApiGate(api.First, options.Value, known, _scheduler, api.Second, time, metrics, logger),
            StringComparer.Ordinal);
        foreach (var gate in _gates.Values)
        {
            metrics.Watch(gate);
        }
    }

    public ApiGate this[string api] => _gates[api];

    public void Dispose() => _scheduler.Dispose();
}
