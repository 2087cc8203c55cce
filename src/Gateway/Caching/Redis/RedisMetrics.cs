using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Gateway.Caching.Redis;

/// <summary>
/// Metrics and spans of the distributed tier. No tag holds a key or identifies a caller. Reads follow the semantic conventions for database
/// clients (https://opentelemetry.io/docs/specs/semconv/db/redis/).
/// </summary>
internal sealed class RedisMetrics
{
    /// <summary>The name of the meter and of the source of spans.</summary>
    public const string MeterName = "Gateway.Caching.Redis";

    private const string Read = "GETRANGE";

    private static readonly ActivitySource Source = new(MeterName);

    private readonly Meter _meter;
    private readonly TimeProvider _time;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _failures;
    private readonly Counter<long> _unreadable;
    private readonly Counter<long> _dropped;
    private readonly Counter<long> _reconnects;

    public RedisMetrics(IMeterFactory meters, TimeProvider time)
    {
        _time = time;
        _meter = meters.Create(MeterName);
        _duration = _meter.CreateHistogram(
            "db.client.operation.duration", "s", "How long reads of Redis took, by kind of error.", tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.0005, 0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5] });
        _failures = _meter.CreateCounter<long>(
            "gateway.redis.failures", "{operation}", "Redis operations that failed, by kind of error; Timeout is a missed deadline.");
        _unreadable = _meter.CreateCounter<long>(
            "gateway.redis.unreadable", "{value}",
            "Values read from Redis that could not be decrypted or parsed, by reason. Replicas whose secrets differ show here.");
        _dropped = _meter.CreateCounter<long>("gateway.redis.dropped", "{command}",
            "Background writes and removals that were dropped or failed, by command.");
        _reconnects = _meter.CreateCounter<long>("gateway.redis.reconnects", "{connection}", "Connections to Redis that were restored.");
    }

    /// <summary>Observes whether Redis is in use.</summary>
    public void Watch(RedisConnection connection) => _meter.CreateObservableGauge(
        "gateway.redis.up", () => connection.IsAnswering ? 1 : 0,
        description: "Whether Redis is in use: 1, or 0 while its circuit is open.");

    /// <summary>Observes the queue of background writes.</summary>
    public void Watch(WriteQueue queue) => _meter.CreateObservableUpDownCounter(
        "gateway.redis.queue.length", () => queue.Length, "{command}", "Background writes and removals that wait.");

    /// <summary>Begins a read.</summary>
    public ObservedRead BeginRead() => new(this, StartSpan(), _time.GetTimestamp());

    public void Failed(RedisErrorKind error) => _failures.Add(1, new KeyValuePair<string, object?>("error.type", error.ToString()));

    public void Unreadable(OpenResult reason) =>
        _unreadable.Add(1, new KeyValuePair<string, object?>("gateway.reason", reason.ToString()));

    public void Dropped(bool isWrite) =>
        _dropped.Add(1, new KeyValuePair<string, object?>("gateway.command", isWrite ? "Write" : "Remove"));

    public void Reconnected() => _reconnects.Add(1);

    /// <summary>Starts the span of a read; null within what is not traced.</summary>
    private static Activity? StartSpan() => Activity.Current is not { IsAllDataRequested: true } ? null
        : Source.StartActivity(Read, ActivityKind.Client)?
            .SetTag("db.system.name", "redis")
            .SetTag("db.operation.name", Read);

    /// <summary>The metric and the span of one read.</summary>
    internal readonly struct ObservedRead(RedisMetrics metrics, Activity? span, long begunAt)
    {
        /// <param name="error">What went wrong; null for a hit or a miss.</param>
        /// <param name="isFound">Whether Redis had a value.</param>
        public void End(string? error, bool isFound)
        {
            var tags = new TagList { { "db.system.name", "redis" }, { "db.operation.name", Read } };
            if (error is not null)
            {
                tags.Add("error.type", error);
                span?.SetStatus(ActivityStatusCode.Error).SetTag("error.type", error);
            }

            metrics._duration.Record(metrics._time.GetElapsedTime(begunAt).TotalSeconds, tags);
            span?.SetTag("gateway.cache.outcome", error is not null ? "failure" : isFound ? "hit" : "miss");
            span?.Dispose();
        }
    }
}
