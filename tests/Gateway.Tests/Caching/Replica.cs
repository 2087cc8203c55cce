using System.Diagnostics.Metrics;
using Gateway.Caching;
using Gateway.Caching.Secrets;
using Gateway.Radar;
using Gateway.Radar.Inputs;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Spectrum;
using Gateway.Spectrum.Inputs;
using Gateway.Spectrum.Requests;
using Gateway.Spectrum.Responses;
using Gateway.Tests.Spectrum;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Caching;

/// <summary>A gateway without GraphQL: both features with their cache, as the gateway registers them.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly byte[] SharedSecret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly ServiceProvider _services;
    private readonly SkewedClock _wall;
    private readonly TimeProvider? _time;

    public Replica(
        string baseUrl, TimeProvider? time = null, IDistributedTier? second = null, CacheSecret? secret = null,
        params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Cloudflare:BaseUrl", baseUrl),
                // What the cache makes of a failure is the same after one attempt as after three.
                new("Cloudflare:Retries:Max", "0"),
                .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))])
            .Build();
        _time = time;
        _wall = new SkewedClock(time ?? TimeProvider.System);
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IConfiguration>(configuration)
            .AddSingleton(secret ?? new CacheSecret(SharedSecret))
            .AddSingleton(new WallClock(_wall));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        if (second is not null)
        {
            services.AddSingleton(second);
        }

        services.AddCloudflare(configuration).AddCaching(configuration).AddGraphQLServer().AddSpectrum().AddRadar();
        _services = services.BuildServiceProvider();
    }

    public IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    /// <summary>By how much this machine's wall clock is ahead; the clock that durations go by does not notice.</summary>
    public TimeSpan WallClockSkew
    {
        set => _wall.Skew = value;
    }

    public CacheState Cache => _services.GetRequiredService<CacheState>();

    public async Task<Result<SpectrumBytime>> SpectrumAsync(
        string token, SpectrumEventsArguments? arguments = null, bool noCache = false, CancellationToken? cancellationToken = null) =>
        (await Spectrum.GetAsync(
            Requests.Create(arguments ?? Requests.Least), Credential.Bearer(token), null, noCache, cancellationToken ?? TestContext.Current.CancellationToken))
        .Then(cached => new SpectrumBytime(cached.Response, cached.Freshness));

    public async Task SpectrumAsync(Credential credential, bool noCache) =>
        (await Spectrum.GetAsync(
            Requests.Create(new(Requests.Zone, SpectrumTimeDelta.Minute)), credential, null, noCache, TestContext.Current.CancellationToken)).ShouldSucceed();

    public async Task<Result<CtTimeseries>> RadarAsync(string token, bool noCache = false, params CtSeriesInput[] series)
    {
        var request = CtSeriesRequest.Create(CtQuestion.Timeseries(null), new CtPositionalLists([]), series is [] ? [new() { DateRange = "7d" }] : series).ShouldSucceed();
        return (await _services.GetRequiredService<ResponseCache<CtSeriesQuery, CtResponse<CtColumns>>>().GetAsync(
                request.Parts.ShouldHaveSingleItem(), Credential.Bearer(token), null, noCache, TestContext.Current.CancellationToken))
            .Then(cached => new CtTimeseries(request, cached.Response, null, cached.Freshness));
    }

    private ResponseCache<SpectrumBytimeRequest, SpectrumResponse> Spectrum =>
        _services.GetRequiredService<ResponseCache<SpectrumBytimeRequest, SpectrumResponse>>();

    /// <summary>The token's access to the zone of <see cref="Requests.Zone"/>.</summary>
    public Lease? LeaseOf(string token) => Cache.Leases.Find(ScopeOf(token));

    /// <summary>Requests that wait for somebody else's call to show whether the token still has access to that zone.</summary>
    public int WaitingForCheck(string token) => (Cache.Checks.Find(ScopeOf(token))?.Call.Waiters ?? 0) - 1;

    /// <summary>Ends the replica. A pipeline waits on the test's clock for calls that are still under way in the background.</summary>
    public async ValueTask DisposeAsync()
    {
        var disposing = _services.DisposeAsync().AsTask();
        while (await Task.WhenAny(disposing, Task.Delay(1)) != disposing)
        {
            (_time as FakeTimeProvider)?.Advance(TimeSpan.FromSeconds(1));
        }

        await disposing;
    }

    private CacheKey ScopeOf(string token) => RequestKeys.Of(
        Requests.Create(Requests.Least),
        SpectrumApi.Bytime,
        _services.GetRequiredService<CacheSecret>().Identify(Credential.Bearer(token))).Scope;

    private sealed class SkewedClock(TimeProvider source) : TimeProvider
    {
        public TimeSpan Skew { get; set; }

        public override DateTimeOffset GetUtcNow() => source.GetUtcNow() + Skew;
    }
}
