using System.Diagnostics.Metrics;
using System.Text.Json;
using Gateway.Caching.Secrets;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Time;
using Gateway.Upstream;
using Gateway.Upstream.Client;
using Gateway.Upstream.Json;
using Gateway.Upstream.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Gateway.Tests.Upstream;

internal sealed record Answer(string Text);

/// <summary>Reads <c>{ "text": … }</c>.</summary>
internal sealed class AnswerReader : IResultReader<Answer>
{
    private static readonly JsonMembers Members = new("text");

    public Answer? Read(ref JsonReader json)
    {
        string? text = null;
        var seen = 0u;
        if (json.Enter(JsonTokenType.StartObject))
        {
            while (json.NextMember(Members, ref seen) is not null)
            {
                text = json.Text();
            }
        }

        return text is null ? null : new Answer(text);
    }
}

/// <summary>The real client, with options and clock of the test; the wall clock shows <see cref="Now"/>.</summary>
internal static class TestClient
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private static readonly CacheSecret Secret = CacheSecret.From(new CacheSecretOptions());

    private static int Scopes;

    public static readonly Caller Caller = Identify(Credential.Bearer("a-token"));

    /// <summary>Nobody is known, yet.</summary>
    public static KnownCredentials Known(TimeProvider time) =>
        new(Options.Create(new KnownCredentialsOptions()), [SpectrumApi.Api, RadarApi.Api], time);

    /// <summary>The meters of one test: a static one would count what other tests do at the same time.</summary>
    public static IMeterFactory Meters() => new ServiceCollection().AddMetrics().BuildServiceProvider().GetRequiredService<IMeterFactory>();

    public static RateLimitMetrics LimitMetrics(IMeterFactory? meters = null) => new(meters ?? Meters(), TimeProvider.System);

    public static Caller Identify(Credential credential) => Secret.Identify(credential);

    /// <summary>Makes one attempt at each call, unless the test says otherwise.</summary>
    public static CloudflareClient Create(string baseUrl, Action<CloudflareOptions>? configure = null, TimeProvider? time = null) =>
        Services(baseUrl, configure, time).GetRequiredService<CloudflareClient>();

    /// <summary>The client with all that it consists of; its log is in <see cref="FakeLogCollector"/>.</summary>
    public static ServiceProvider Services(string baseUrl, Action<CloudflareOptions>? configure = null, TimeProvider? time = null)
    {
        var services = new ServiceCollection()
            .AddLogging(static logging => logging.SetMinimumLevel(LogLevel.Trace).AddFakeLogging())
            .AddCloudflareApi(SpectrumApi.Api)
            .AddCloudflareApi(RadarApi.Api)
            .AddSingleton(new WallClock(new FakeTimeProvider(Now)));
        if (time is not null)
        {
            services.AddSingleton(time);
        }

        services.AddCloudflare(new ConfigurationBuilder().Build()).Configure<CloudflareOptions>(options =>
        {
            options.BaseUrl = baseUrl;
            options.Retries.Max = 0;
            configure?.Invoke(options);
        });
        return services.BuildServiceProvider();
    }

    public static Task<Result<CloudflareResponse<Answer>>> AskAsync(
        this CloudflareClient client, CancellationToken cancellationToken, Caller? caller = null, TimeSpan waited = default) =>
        client.AskAsync("radar/ct/timeseries?name=s0", caller ?? Caller, cancellationToken, waited);

    /// <summary>Asks in a scope of its own, so that no other failure of the caller holds it back.</summary>
    public static Task<Result<CloudflareResponse<Answer>>> AskElsewhereAsync(
        this CloudflareClient client, CancellationToken cancellationToken, Caller? caller = null) =>
        client.AskAsync($"radar/{Interlocked.Increment(ref Scopes)}", caller ?? Caller, cancellationToken);

    private static Task<Result<CloudflareResponse<Answer>>> AskAsync(
        this CloudflareClient client, string pathAndQuery, Caller caller, CancellationToken cancellationToken, TimeSpan waited = default) =>
        client.GetAsync(RadarApi.CtTimeseries, pathAndQuery, caller, CallPurpose.Request, waited, new AnswerReader(), cancellationToken);
}
