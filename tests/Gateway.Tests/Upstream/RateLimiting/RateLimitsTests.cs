using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Gateway.Caching;
using Gateway.Radar;
using Gateway.Upstream;
using Gateway.Upstream.RateLimiting;

namespace Gateway.Tests.Upstream.RateLimiting;

public sealed class RateLimitsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_answer_to_a_later_call_knows_better_and_of_those_under_way_together_the_worse_one_holds()
    {
        var limits = Create();
        Observe(limits, begun: 0, read: 2, remaining: 100);
        Scarcity(limits, 2).ShouldBe(Noon.AddSeconds(62));

        // An earlier call's answer, which was overtaken.
        Observe(limits, begun: 1, read: 3, remaining: 700);
        Scarcity(limits, 3).ShouldBe(Noon.AddSeconds(62));

        // A later call's: the window is another one.
        Observe(limits, begun: 3, read: 4, remaining: 1199);
        Scarcity(limits, 4).ShouldBeNull();

        // Only what is left is kept.
        limits.Bytes.ShouldBeLessThan(512);
    }

    [Fact]
    public void A_cool_down_is_never_shortened()
    {
        var limits = Create();
        Observe(limits, begun: 0, read: 1, remaining: 0);
        Observe(limits, begun: 0, read: 2, remaining: 1000);
        Observe(limits, begun: 2, read: 3, remaining: 1000);
        CoolDown(limits, 3).ShouldBe(Noon.AddSeconds(61));
        CoolDown(limits, 61).ShouldBeNull();
    }

    [Fact]
    public void Ten_thousand_guests_take_no_more_than_an_eighth_of_the_memory_and_nothing_of_known_credentials()
    {
        var options = new CacheOptions { MemoryBytes = 16 << 20 };
        var known = TestClient.Known(TimeProvider.System);
        var limits = new RateLimits(options.StateBytes, known, TestClient.LimitMetrics());
        var refusals = new NegativeCache(options.StateBytes);
        var failure = UpstreamFailures.Refused(
            RadarApi.CtTimeseries, 401, "ray", [new CloudflareMessage(10000, new string('x', 10_000), null, null)], retryAfterSeconds: null);
        known.Add(RadarApi.Api, TestClient.Caller.Fingerprint);
        limits.Observe(RadarApi.Api, TestClient.Caller, Reading(0, 1, remaining: 0));
        refusals.Add(default, isKnown: true, failure, Noon, TimeSpan.FromSeconds(10));
        var (kept, found) = (limits.Bytes + refusals.Bytes, 0);
        for (var i = 1; i < 10_000; i++)
        {
            var caller = TestClient.Identify(Credential.Bearer($"made-up-{i}"));
            limits.Observe(RadarApi.Api, caller, Reading(0, 1, remaining: 0));
            found += limits.CoolDown(caller, Noon.AddSeconds(1)) is null ? 0 : 1;
            refusals.Add(new CacheKey(0, (UInt128)i), isKnown: false, failure, Noon, TimeSpan.FromSeconds(10));
        }

        found.ShouldBeGreaterThan(9_900);
        (limits.Bytes + refusals.Bytes - kept).ShouldBeInRange(options.StateBytes / 10, options.StateBytes / 4);
        limits.CoolDown(TestClient.Caller, Noon.AddSeconds(1)).ShouldNotBeNull();
        refusals.FindLast(default).ShouldNotBeNull();
    }

    [Fact]
    public void It_is_counted_without_a_word_about_the_caller()
    {
        var counted = new ConcurrentDictionary<string, long>();
        var factory = TestClient.Meters();
        using var meters = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == factory)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        meters.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
        {
            foreach (var (name, tag) in tags)
            {
                counted.AddOrUpdate($"{instrument.Name} {name}={tag}", value, (_, count) => count + value);
            }
        });
        meters.Start();
        var limits = Create(factory);
        using var blocked = new HttpResponseMessage(HttpStatusCode.TooManyRequests);
        limits.Observe(RadarApi.Api, TestClient.Caller, RateLimitReading.Of(blocked, Noon, Noon, new RateLimitOptions()));
        Observe(limits, begun: 61, read: 62, remaining: 0);
        limits.RefreshWithheld(RadarApi.Api);

        counted.Keys.ShouldBe(
            [
                "gateway.cloudflare.rate_limited gateway.api=radar",
                "gateway.cloudflare.cooldowns gateway.reason=blocked",
                "gateway.cloudflare.cooldowns gateway.reason=used_up",
                "gateway.cloudflare.quota.remaining gateway.api=radar",
                "gateway.cloudflare.refreshes_withheld gateway.api=radar",
            ],
            ignoreOrder: true);
    }

    private static RateLimits Create(IMeterFactory? meters = null) =>
        new(1 << 20, TestClient.Known(TimeProvider.System), TestClient.LimitMetrics(meters));

    private static void Observe(RateLimits limits, double begun, double read, int remaining) =>
        limits.Observe(RadarApi.Api, TestClient.Caller, Reading(begun, read, remaining));

    private static RateLimitReading Reading(double begun, double read, int remaining)
    {
        using var response = new HttpResponseMessage(HttpStatusCode.OK);
        response.Headers.TryAddWithoutValidation("Ratelimit", $"\"default\";r={remaining};t=60");
        return RateLimitReading.Of(response, Noon.AddSeconds(begun), Noon.AddSeconds(read), new RateLimitOptions());
    }

    private static DateTimeOffset? CoolDown(RateLimits limits, double at) => limits.CoolDown(TestClient.Caller, Noon.AddSeconds(at));

    private static DateTimeOffset? Scarcity(RateLimits limits, double at) => limits.Scarcity(TestClient.Caller, Noon.AddSeconds(at));
}
