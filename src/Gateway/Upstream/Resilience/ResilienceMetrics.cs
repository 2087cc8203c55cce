using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>Why the gateway held a call back.</summary>
internal enum Rejection
{
    /// <summary>No place was free, for the credential or at all, and none became free in time.</summary>
    Concurrency,

    /// <summary>Too many calls were about to leave.</summary>
    Rate,

    /// <summary>The API is left alone.</summary>
    Circuit,

    /// <summary>The memory for answers was in use.</summary>
    Buffers,

    /// <summary>Waiting in the gateway took what Cloudflare would have needed of the deadline.</summary>
    Deadline,
}

/// <summary>What is counted of the calls to Cloudflare, by API. No tag holds anything of a caller.</summary>
internal sealed class ResilienceMetrics
{
    public const string MeterName = "Gateway.Upstream";

    private readonly ConcurrentQueue<ApiGate> _gates = new();
    private readonly UpDownCounter<long> _attempts;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _rejections;

    public ResilienceMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _attempts = meter.CreateUpDownCounter<long>("gateway.cloudflare.attempts.active", "{attempt}", "Attempts that are on their way to Cloudflare and back.");
        _retries = meter.CreateCounter<long>("gateway.cloudflare.retries", "{attempt}", "Attempts that follow another one of the same call.");
        _rejections = meter.CreateCounter<long>("gateway.cloudflare.rejections", "{call}", "Calls that the gateway held back, by reason.");
        meter.CreateObservableGauge(
            "gateway.cloudflare.queue.length",
            () => _gates.Select(gate => new Measurement<int>(gate.Waiting, Tag(gate.Api))),
            "{call}",
            "Calls that wait for others to end.");
        meter.CreateObservableGauge(
            "gateway.cloudflare.breaker.state",
            () => _gates.Select(gate => new Measurement<int>(Code(gate.Circuit.State), Tag(gate.Api))),
            description: "0 while calls go out, 1 while one probes, 2 while none does.");
    }

    public void Watch(ApiGate gate) => _gates.Enqueue(gate);

    public void AttemptBegun(CloudflareApi api) => _attempts.Add(1, Tag(api));

    public void AttemptEnded(CloudflareApi api) => _attempts.Add(-1, Tag(api));

    public void Retried(CloudflareApi api) => _retries.Add(1, Tag(api));

    public void Rejected(CloudflareApi api, Rejection reason) =>
        _rejections.Add(1, Tag(api), new KeyValuePair<string, object?>("reason", reason.ToString()));

    private static int Code(CircuitState state) => state is CircuitState.Closed ? 0 : state is CircuitState.HalfOpen ? 1 : 2;

    private static KeyValuePair<string, object?> Tag(CloudflareApi api) => new("endpoint", api.Name);
}
