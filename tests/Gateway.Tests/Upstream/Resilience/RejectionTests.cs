using Gateway.Radar;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Gateway.Upstream.Resilience;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>Rejected calls in metrics and in the log.</summary>
public sealed class RejectionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_one_is_counted_by_reason_and_class_and_one_of_each_in_ten_seconds_is_logged()
    {
        var time = new FakeTimeProvider(TestClient.Now);
        using var arrived = new SemaphoreSlim(0);
        var release = new TaskCompletionSource();
        await using var upstream = await UpstreamStub.StartAsync(async context =>
        {
            arrived.Release();
            await release.Task.WaitAsync(context.RequestAborted);
            await context.Response.WriteAsync("""{"success":true,"errors":[],"messages":[],"result":{"text":"hello"}}""");
        });
        var services = TestClient.Services(
            upstream.BaseUrl,
            options => (options.MaxConcurrentCalls, options.QueueLength, options.AttemptTimeout) = (1, 0, TimeSpan.FromMinutes(1)),
            time);
        using var rejections = new MetricCollector<long>(
            services.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(), ResilienceMetrics.MeterName, "gateway.cloudflare.rejections");
        var client = services.GetRequiredService<CloudflareClient>();
        var known = TestClient.Identify(Credential.Bearer("known"));
        services.GetRequiredService<KnownCredentials>().Add(RadarApi.Api, known.Fingerprint);
        var first = client.AskAsync(Cancellation);
        await arrived.WaitAsync(Cancellation);

        await AskAsync(3, TestClient.Caller);
        await AskAsync(2, known);
        Counted().ShouldBe(["Concurrency guest 3", "Concurrency known 2"]);
        Logged().ShouldBe([Line("guest", 0), Line("known", 0)]);

        time.Advance(TimeSpan.FromSeconds(10));
        await AskAsync(1, TestClient.Caller);
        await AskAsync(1, known);
        Logged()[2..].ShouldBe([Line("guest", 2), Line("known", 1)]);
        release.SetResult();
        (await first).Value.ShouldNotBeNull();

        async Task AskAsync(int times, Caller caller)
        {
            for (var i = 0; i < times; i++)
            {
                (await client.AskAsync(Cancellation, caller)).Failure.ShouldNotBeNull().Kind.ShouldBe(FailureKind.Overloaded);
            }
        }

        IEnumerable<string> Counted() => rejections.GetMeasurementSnapshot()
            .GroupBy(measurement => $"{measurement.Tags["gateway.reason"]} {measurement.Tags["gateway.credential.class"]}", measurement => measurement.Value)
            .Select(group => $"{group.Key} {group.Sum()}");

        string[] Logged() =>
        [
            .. services.GetRequiredService<FakeLogCollector>().GetSnapshot()
                .Where(record => record.Level == LogLevel.Warning)
                .Select(record => record.Message),
        ];

        static string Line(string callers, int suppressed) =>
            $"Call to Cloudflare's radar API rejected without being sent: Concurrency, by a {callers} credential ({suppressed} more since this was last logged)";
    }
}
