using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Sandbox;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

public abstract partial class ReplicaBehaviour
{
    /// <summary>An hour later, each of these intervals would be complete; the values are still those of when they were not.</summary>
    [Fact]
    public async Task What_is_complete_is_the_same_from_memory_from_L2_and_when_it_is_stale()
    {
        await using var first = Start(("Cache:AuthorizationGrace", "02:00:00"));
        await using var second = Start(("Cache:AuthorizationGrace", "02:00:00"));
        Sandbox.Serve(SandboxEndpoint.CtTimeseries, 200, "application/json", """
            { "success": true, "result": {
              "s0": { "timestamps": ["2026-06-01T10:00:00Z", "2026-06-01T11:00:00Z"], "values": ["1", "2"] },
              "meta": { "aggInterval": "ONE_HOUR", "lastUpdated": "2026-06-01T11:45:00Z", "dateRange": [{ "startTime": "2026-05-25T12:00:00Z", "endTime": "2026-06-01T12:00:00Z" }] } } }
            """);
        await AnswersAsync(first, CacheStatus.Miss);
        await SettleAsync();
        await AnswersAsync(first, CacheStatus.Hit);

        (await second.SpectrumAsync(Token, Another)).ShouldSucceed();
        (await second.RadarAsync(Token, series: new CtSeriesInput { DateRange = "1d" })).ShouldSucceed();
        await AnswersAsync(second, CacheStatus.Hit);

        GoDown();
        Time.Advance(TimeSpan.FromHours(1));
        await AnswersAsync(first, CacheStatus.Stale);
        await AnswersAsync(second, CacheStatus.Stale);

        async Task AnswersAsync(Replica replica, CacheStatus status)
        {
            var spectrum = (await replica.SpectrumAsync(Token, Requests.Least with { Since = Noon.AddHours(-3) })).ShouldSucceed();
            spectrum.Freshness.Status.ShouldBe(status);
            spectrum.TimeIntervals.Select(interval => interval.Complete).ShouldBe([true, true, false]);
            spectrum.Data[0].Points.Select(point => point.Complete).ShouldBe([true, true, false]);
            spectrum.CompleteIntervals.ShouldBe(2);

            var radar = (await replica.RadarAsync(Token)).ShouldSucceed();
            radar.Freshness.Status.ShouldBe(status);
            radar.Series[0].Points.Select(point => point.Complete).ShouldBe([true, false]);
            radar.Series[0].CompletePoints.ShouldBe(1);
        }
    }
}
