using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Tests.Spectrum;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.Tests.Caching;

/// <summary>One gateway without its GraphQL: both features with their cache, as the gateway registers them.</summary>
internal sealed class Replica : IAsyncDisposable
{
    private static readonly byte[] SharedSecret = [.. Enumerable.Range(1, 32).Select(i => (byte)i)];

    private readonly ServiceProvider _services;

    public Replica(
        string baseUrl, TimeProvider? time = null, ISecondLevel? second = null, Fingerprints? fingerprints = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([
                new("Cloudflare:BaseUrl", baseUrl),
                // What the cache makes of a failure is the same after one attempt as after three.
                new("Cloudflare:Retries:Max", "0"),
                .. settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value))])
            .Build();
        var services = new ServiceCollection().AddLogging().AddSingleton(fingerprints ?? new Fingerprints(SharedSecret));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        if (second is not null)
        {
            services.AddSingleton(second);
        }

        _services = services.AddCloudflare(configuration).AddCaching(configuration).AddSpectrum().AddRadar().BuildServiceProvider();
    }

    public RadarService Radar => _services.GetRequiredService<RadarService>();

    public CacheState Cache => _services.GetRequiredService<CacheState>();

    public async Task<Result<SpectrumBytime>> SpectrumAsync(
        string token, SpectrumBytimeArguments? arguments = null, bool noCache = false, CancellationToken? cancellationToken = null) =>
        await _services.GetRequiredService<SpectrumService>().GetAsync(
            Requests.Create(arguments ?? Requests.Least), Credential.Bearer(token), noCache, cancellationToken ?? TestContext.Current.CancellationToken);

    public async Task SpectrumAsync(Credential credential, bool noCache) =>
        (await _services.GetRequiredService<SpectrumService>().GetAsync(
            Requests.Create(new(Requests.Zone, SpectrumTimeDelta.Minute)), credential, noCache, TestContext.Current.CancellationToken)).ShouldSucceed();

    public async Task<Result<CtTimeseries>> RadarAsync(string token, bool noCache = false, params CtSeriesInput[] series)
    {
        var request = CtTimeseriesRequest.Create(null, new CtSeriesLists(), series is [] ? [new() { DateRange = "7d" }] : series).ShouldSucceed();
        return await Radar.GetTimeseriesAsync(
            request, Credential.Bearer(token), noCache, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
