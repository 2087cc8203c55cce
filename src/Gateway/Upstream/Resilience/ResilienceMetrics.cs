using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>Metrics of the calls to Cloudflare, by API. No tag identifies a caller.</summary>
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
        _attempts = meter.CreateUpDownCounter<long>(
            "gateway.cloudflare.attempts.active", "{attempt}", "Attempts to call Cloudflare that are in progress.");
        _retries = meter.CreateCounter<long>("gateway.cloudflare.retries", "{attempt}", "Retries: attempts after the first one of a call.");
        _rejections = meter.CreateCounter<long>(
            "gateway.cloudflare.rejections", "{call}", "Calls that the gateway rejected without sending them, by reason and class.");
        meter.CreateObservableGauge(
            "gateway.cloudflare.queue.length",
            () => _gates.Select(gate => new Measurement<int>(gate.Waiting, Tag(gate.Api))),
            "{call}",
            "Calls that wait for a concurrency permit or the rate limit.");
        meter.CreateObservableGauge(
            "gateway.cloudflare.breaker.state",
            () => _gates.Select(gate => new Measurement<int>(Code(gate.Circuit.State), Tag(gate.Api))),
            description: "State of the circuit: 0 closed, 1 half-open (one call probes the API), 2 open (no calls).");
    }

    public void Watch(ApiGate gate) => _gates.Enqueue(gate);

    public void AttemptBegun(CloudflareApi api) => _attempts.Add(1, Tag(api));

    public void AttemptEnded(CloudflareApi api) => _attempts.Add(-1, Tag(api));

    public void Retried(CloudflareApi api) => _retries.Add(1, Tag(api));

    public void Rejected(CloudflareApi api, Rejection reason, bool isGuest) => _rejections.Add(
        1,
        Tag(api),
        new KeyValuePair<string, object?>("reason", reason.ToString()),
        new KeyValuePair<string, object?>("class", ClassOf(isGuest)));

    /// <summary>How metrics and logs name the class of a credential.</summary>
    public static string ClassOf(bool isGuest) => isGuest ? "guest" : "known";

    private static int Code(CircuitState state) => state is CircuitState.Closed ? 0 : state is CircuitState.HalfOpen ? 1 : 2;

    private static KeyValuePair<string, object?> Tag(CloudflareApi api) => new("endpoint", api.Name);
}
