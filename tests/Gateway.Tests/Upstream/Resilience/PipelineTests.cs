using Gateway.Upstream.Client;
using Gateway.Upstream.Resilience;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Polly;
using Polly.RateLimiting;
using Polly.Retry;
using Polly.Testing;
using Polly.Timeout;

namespace Gateway.Tests.Upstream.Resilience;

/// <summary>The composition of an endpoint's pipeline, and its telemetry.</summary>
[Collection<Alone>]
public sealed class PipelineTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_deadline_retry_turn_breaker_and_attempt_timeout_in_this_order()
    {
        await using var services = TestClient.Services("http://127.0.0.1");
        var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
        CloudflarePipeline.Configure(builder, services, "radar");

        var strategies = builder.Build().GetPipelineDescriptor().Strategies;

        strategies.Select(strategy => strategy.Options!.GetType()).ShouldBe([
            typeof(TimeoutStrategyOptions),
            typeof(RetryStrategyOptions<HttpResponseMessage>),
            typeof(RateLimiterStrategyOptions),
            typeof(CircuitStrategyOptions),
            typeof(TimeoutStrategyOptions),
        ]);
        ((TimeoutStrategyOptions)strategies[4].Options!).Timeout.ShouldBe(TimeSpan.FromSeconds(7));

        // Polly reuses the timers of this clock only.
        builder.TimeProvider.ShouldBeSameAs(TimeProvider.System);
    }

    [Fact]
    public async Task First_calls_that_come_at_once_may_build_it_more_than_once()
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}");
        await using var services = TestClient.Services(upstream.BaseUrl, options => options.Breaker.MinimumCalls = 2);
        for (var i = 0; i < 2; i++)
        {
            var builder = new ResiliencePipelineBuilder<HttpResponseMessage>();
            CloudflarePipeline.Configure(builder, services, "radar");
            builder.Build();
        }

        var client = services.GetRequiredService<CloudflareClient>();
        await client.AskAsync(Cancellation);
        await client.AskAsync(Cancellation);

        (await client.AskAsync(Cancellation)).Failure.ShouldNotBeNull().IsUnsent.ShouldBeTrue();
        upstream.Calls.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Polly_counts_its_events_and_logs_none_of_them()
    {
        await using var upstream = await UpstreamStub.StartAsync(503, "{}");
        await using var services = TestClient.Services(
            upstream.BaseUrl, options => (options.Retries.Max, options.Retries.Delay, options.Breaker.MinimumCalls) = (1, TimeSpan.FromMilliseconds(1), 2));
        using var events = new MetricCollector<int>(null, "Polly", "resilience.polly.strategy.events");
        var client = services.GetRequiredService<CloudflareClient>();

        await client.AskAsync(Cancellation);
        await client.AskAsync(Cancellation);

        upstream.Calls.Count.ShouldBe(2);
        events.GetMeasurementSnapshot().Select(measurement => measurement.Tags["event.name"]).ShouldContain("OnRetry");
        var log = services.GetFakeLogCollector().GetSnapshot();
        log.Select(record => record.Id.Id).ShouldBe([1010, 1001]);
        log.ShouldAllBe(record => record.Exception == null && !record.Message.Contains("a-token", StringComparison.Ordinal));
    }
}
