using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Polly.CircuitBreaker;

namespace Gateway.Upstream.Resilience;

/// <summary>Metrics of the calls to Cloudflare, by API. No tag identifies a caller.</summary>
internal sealed class ResilienceMetrics
{
    public const string MeterName = "Gateway.Upstream";

    private readonly ConcurrentQueue<ApiGate> _gates = new();
    private readonly TimeProvider _time;
    private readonly UpDownCounter<long> _attempts;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _rejections;

    public ResilienceMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        var meter = meters.Create(MeterName);
        _attempts = meter.CreateUpDownCounter<long>(
            "gateway.cloudflare.attempts.active", "{attempt}", "Attempts to call Cloudflare that are in progress.");
        _duration = meter.CreateHistogram(
            "gateway.cloudflare.attempt.duration", "s",
            "How long attempts to call Cloudflare took with the body, by status, and by kind of error if there was no whole answer.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 7.5, 10] });
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

    /// <summary>Counts an attempt that begins.</summary>
    /// <returns>What <see cref="End"/> takes.</returns>
    public long BeginAttempt(CloudflareApi api)
    {
        _attempts.Add(1, Tag(api));
        return _time.GetTimestamp();
    }

    /// <param name="begunAt">What <see cref="BeginAttempt"/> returned.</param>
    /// <param name="api">The API.</param>
    /// <param name="status">The status; null if there was no answer.</param>
    /// <param name="error">Why there was no whole answer; null if there was one.</param>
    public void End(long begunAt, CloudflareApi api, int? status, string? error)
    {
        _attempts.Add(-1, Tag(api));
        var tags = new TagList { Tag(api) };
        if (status is not null)
        {
            tags.Add("http.response.status_code", status);
        }

        if (error is not null)
        {
            tags.Add("error.type", error);
        }

        _duration.Record(_time.GetElapsedTime(begunAt).TotalSeconds, tags);
    }

    public void Retried(CloudflareApi api) => _retries.Add(1, Tag(api));

    public void Rejected(CloudflareApi api, Rejection reason, bool isGuest) => _rejections.Add(
        1,
        Tag(api),
        new KeyValuePair<string, object?>("gateway.reason", reason.ToString()),
        new KeyValuePair<string, object?>("gateway.credential.class", ClassOf(isGuest)));

    /// <summary>How metrics and logs name the class of a credential.</summary>
    public static string ClassOf(bool isGuest) => isGuest ? "guest" : "known";

    private static int Code(CircuitState state) => state is CircuitState.Closed ? 0 : state is CircuitState.HalfOpen ? 1 : 2;

    private static KeyValuePair<string, object?> Tag(CloudflareApi api) => new("gateway.api", api.Name);
}
