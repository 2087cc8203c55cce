using Gateway.Caching;
using Gateway.Radar.Inputs;
using Gateway.Tests.Spectrum;

namespace Gateway.Tests.Caching;

public abstract partial class CacheBehaviour
{
    [Fact]
    public async Task Freshness_tells_the_truth()
    {
        var miss = (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness;
        miss.ShouldBe(new Freshness(CacheStatus.Miss, Noon, 0, Noon.AddSeconds(60)));
        Time.Advance(TimeSpan.FromSeconds(2.5));
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness
            .ShouldBe(miss with { Status = CacheStatus.Hit, AgeSeconds = 2.5 });
        (await Gateway.SpectrumAsync(Token, Settled, noCache: true)).ShouldSucceed().Freshness
            .ShouldBe(new Freshness(CacheStatus.Bypass, Noon.AddSeconds(2.5), 0, Noon.AddSeconds(62.5)));

        var current = (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness;
        (current.ExpiresAt - current.FetchedAt).TotalSeconds.ShouldBeInRange(13.5, 16.5);
    }

    [Fact]
    public async Task No_cache_goes_past_the_cache_once_a_second()
    {
        await Gateway.SpectrumAsync(Token);
        var statuses = new List<CacheStatus>();
        foreach (var milliseconds in new[] { 0, 999, 1, 999, 1 })
        {
            Time.Advance(TimeSpan.FromMilliseconds(milliseconds));
            statuses.Add((await Gateway.SpectrumAsync(Token, noCache: true)).ShouldSucceed().Freshness.Status);
        }

        statuses.ShouldBe([CacheStatus.Bypass, CacheStatus.Hit, CacheStatus.Bypass, CacheStatus.Hit, CacheStatus.Bypass]);
        Calls.ShouldBe(4);

        // What was fetched so is what the others read.
        (await Gateway.SpectrumAsync(Token)).ShouldSucceed().Freshness.FetchedAt.ShouldBe(Noon.AddSeconds(2));
    }

    [Fact]
    public async Task Requests_share_the_data_and_keep_their_own_names()
    {
        var one = (await Gateway.RadarAsync(Token, series: [new CtSeriesInput { Name = "mine", DateRange = "7d" }])).ShouldSucceed();
        var other = (await Gateway.RadarAsync(Token, series: [new CtSeriesInput { Name = "yours", DateRange = "7D" }])).ShouldSucceed();
        other.Freshness.Status.ShouldBe(CacheStatus.Hit);
        (one.Series[0].Name, other.Series[0].Name).ShouldBe(("mine", "yours"));
        other.Series[0].Values.ShouldBeSameAs(one.Series[0].Values);
    }

    [Fact]
    public async Task Closed_windows_are_kept_longer_than_open_ones()
    {
        // Past the lease each request renews it; the entry's own time shows in how long it may be stale: a day after an hour.
        await Gateway.SpectrumAsync(Token, Settled);
        await Gateway.SpectrumAsync(Token, Current);
        await SettleAsync();
        Time.Advance(TimeSpan.FromSeconds(50));
        (await Gateway.SpectrumAsync(Token, Settled)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Hit);
        (await Gateway.SpectrumAsync(Token, Current)).ShouldSucceed().Freshness.Status.ShouldBe(CacheStatus.Miss);
    }
}
