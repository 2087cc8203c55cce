using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Telemetry;

/// <summary>A collector of OTLP over HTTP, in the binary form (https://opentelemetry.io/docs/specs/otlp/#otlphttp).</summary>
internal sealed class OtlpCollector : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private readonly List<byte[]> _bodies = [];
    private readonly List<Span> _spans = [];
    private readonly List<Point> _points = [];
    private readonly List<Record> _logs = [];
    private TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private OtlpCollector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1));
        _app = builder.Build();
        _app.MapPost("/v1/{signal}", ReceiveAsync);
    }

    /// <summary>The settings of a gateway that exports to this collector, as often as it does by default.</summary>
    public (string Key, string Value)[] Endpoint =>
        [("OTEL_EXPORTER_OTLP_ENDPOINT", _app.Urls.First()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    /// <summary>The same, at once.</summary>
    public (string Key, string Value)[] Settings =>
    [
        .. Endpoint, ("OTEL_METRIC_EXPORT_INTERVAL", "200"), ("OTEL_BSP_SCHEDULE_DELAY", "50"), ("OTEL_BLRP_SCHEDULE_DELAY", "50"),
    ];

    public Span[] Spans => Locked(() => _spans.ToArray());

    public Point[] Points => Locked(() => _points.ToArray());

    public Record[] Logs => Locked(() => _logs.ToArray());

    public static async Task<OtlpCollector> StartAsync()
    {
        var collector = new OtlpCollector();
        await collector._app.StartAsync(TestContext.Current.CancellationToken);
        return collector;
    }

    /// <summary>Waits until something was received. Fails after a minute, with what is missing.</summary>
    public async Task WhenAsync(Func<OtlpCollector, bool> condition, Func<string> missing)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(1));
        while (true)
        {
            var next = Locked(() => _received.Task);
            if (condition(this))
            {
                return;
            }

            await ((Task)next.WaitAsync(patience.Token)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            patience.IsCancellationRequested.ShouldBeFalse(missing());
        }
    }

    /// <summary>Waits for a data point of a metric with these attributes.</summary>
    public Task MetricAsync(string name, params (string Name, string Value)[] attributes) => WhenAsync(
        collector => collector.Points.Any(point => point.Metric == name && attributes.All(a => point.Attributes.GetValueOrDefault(a.Name) == a.Value)),
        () => $"{name} {string.Join(' ', attributes)} did not come, but {string.Join(
            ", ", Points.Where(point => point.Metric == name).Select(point => string.Join(' ', point.Attributes)).Distinct())}.");

    /// <summary>Whether any byte of what was received says a text.</summary>
    public bool Says(string text) =>
        Locked(() => _bodies.Any(body => body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0));

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task ReceiveAsync(HttpContext context, string signal)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        context.Request.ContentType.ShouldBe("application/x-protobuf");
        context.Response.ContentType = "application/x-protobuf";
        lock (_gate)
        {
            var message = new OtlpMessage(body.ToArray());
            _bodies.Add(body.ToArray());
            switch (signal)
            {
                case "traces":
                    _spans.AddRange(message.All(1).SelectMany(Span.Read));
                    break;
                case "metrics":
                    _points.AddRange(message.All(1, 2).SelectMany(Point.Read));
                    break;
                case "logs":
                    _logs.AddRange(message.All(1, 2, 2).Select(Record.Read));
                    break;
            }

            _received.TrySetResult();
            _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private T Locked<T>(Func<T> read)
    {
        lock (_gate)
        {
            return read();
        }
    }

    /// <summary>opentelemetry/proto/trace/v1/trace.proto</summary>
    internal sealed record Span(string Source, string Name, string TraceId, string Id, string Parent, Dictionary<string, string> Attributes, string Service)
    {
        public static IEnumerable<Span> Read(OtlpMessage resourceSpans)
        {
            var service = resourceSpans.All(1).Single().Attributes(1)["service.name"];
            return resourceSpans.All(2).SelectMany(scope => scope.All(2).Select(span => new Span(
                scope.All(1).Single().Text(1), span.Text(5), span.Hex(1), span.Hex(2), span.Hex(4), span.Attributes(9), service)));
        }
    }

    /// <summary>A data point of a metric: opentelemetry/proto/metrics/v1/metrics.proto</summary>
    internal sealed record Point(string Meter, string Metric, string Unit, Dictionary<string, string> Attributes)
    {
        public static IEnumerable<Point> Read(OtlpMessage scopeMetrics)
        {
            var meter = scopeMetrics.All(1).Single().Text(1);
            return scopeMetrics.All(2).SelectMany(metric =>
                metric.All(5, 1).Concat(metric.All(7, 1)).Select(number => number.Attributes(7))
                    .Concat(metric.All(9, 1).Select(histogram => histogram.Attributes(9)))
                    .Select(attributes => new Point(meter, metric.Text(1), metric.Text(3), attributes)));
        }
    }

    /// <summary>opentelemetry/proto/logs/v1/logs.proto</summary>
    internal sealed record Record(string Text, string TraceId, string SpanId)
    {
        public static Record Read(OtlpMessage log) => new(log.All(5).SingleOrDefault()?.Text(1) ?? "", log.Hex(9), log.Hex(10));
    }
}
