using System.Diagnostics;
using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>Cloudflare's failures, as callers see them.</summary>
public sealed class TroubleTests
{
    private const int RequestsPerSecond = 100;

    private int _requests;

    [Fact]
    public async Task An_endpoint_that_answers_503_to_a_hundred_requests_a_second_is_hardly_asked_and_served_again_soon_after()
    {
        // The retries fit the short deadline of the tests, and a slow machine that sends many requests at once gets no rejections.
        await using var app = new GatewayApp
        {
            Setup = ("Development", [
                ("Cloudflare:Retries:MaxDelay", "00:00:00.5"),
                ("Cloudflare:MaxConcurrentCalls", "1000"),
                ("Cloudflare:CredentialShare", "1"),
                ("Cloudflare:MaxCallsPerSecond", "0")]),
        };
        await app.InitializeAsync();
        app.Sandbox.Break(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable);
        int? untilOpen = null;
        var down = await LoadAsync(TimeSpan.FromSeconds(3), async () =>
        {
            var number = Interlocked.Increment(ref _requests);
            var answer = await SpectrumAsync(app, $"one-of-many-tokens-{number % 40}", number);
            if (answer.Refusal() is var refusal && refusal["cloudflare"] is null)
            {
                refusal["retryAfterSeconds"]!.GetValue<int>().ShouldBeInRange(1, 2);
                untilOpen ??= _requests;
            }

            return refusal.Code();
        });

        down.ShouldAllBe(code => code == "UPSTREAM_UNAVAILABLE");
        var calls = app.Sandbox.Calls.Count(SandboxEndpoint.Bytime);
        var probes = 1 + (int)(down.Elapsed / TimeSpan.FromSeconds(2));
        TestContext.Current.TestOutputHelper?.WriteLine($"{down.Count} requests, {untilOpen} until the breaker opened, {calls} calls with up to {probes} probes");
        calls.ShouldBeLessThanOrEqualTo((int)(1.2 * untilOpen.ShouldNotBeNull()) + probes);

        // Radar is not affected.
        (await app.CtAsync("series: [{ dateRange: \"7d\" }]")).Data();

        // Nor is Spectrum, once it is back.
        app.Sandbox.Restore(SandboxEndpoint.Bytime);
        var recovered = Stopwatch.StartNew();
        TimeSpan? served = null;
        var back = await LoadAsync(TimeSpan.FromSeconds(3), async () =>
        {
            var isClosed = served is not null;
            var answer = await SpectrumAsync(app, SandboxCredentials.Everything, Interlocked.Increment(ref _requests));
            served ??= answer["errors"] is null ? recovered.Elapsed : null;
            return !isClosed || answer["errors"] is null ? "" : answer.ToJsonString();
        });

        TestContext.Current.TestOutputHelper?.WriteLine($"served again {served?.TotalSeconds:F1} s after it is back");
        served.ShouldNotBeNull();
        back.ShouldAllBe(error => error == "");
    }

    [Fact]
    public async Task More_than_may_be_out_is_overloaded_and_says_when_to_ask_again()
    {
        await using var app = new GatewayApp
        {
            Setup = ("Development", [("Cloudflare:MaxConcurrentCalls", "1"), ("Cloudflare:QueueLength", "0")]),
        };
        await app.InitializeAsync();
        var holding = SpectrumAsync(app, SandboxCredentials.Slow, 1);
        await app.Sandbox.Calls.WhenAsync(calls => calls.Count(SandboxEndpoint.Bytime) == 1, TestContext.Current.CancellationToken);

        var refusal = (await SpectrumAsync(app, SandboxCredentials.Everything, 2)).Refusal();

        (refusal.Code(), refusal["retryAfterSeconds"]!.GetValue<int>()).ShouldBe(("OVERLOADED", 1));
        app.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(1);
        app.Sandbox.ReleaseSlowAnswers();
        (await holding).Data();
    }

    private static Task<JsonNode> SpectrumAsync(GatewayApp app, string token, int limit) => app.AskAsync(
        $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, limit: {limit}) {{ rows }} }}", null, ("Authorization", $"Bearer {token}"));

    private static async Task<Load> LoadAsync(TimeSpan time, Func<Task<string>> ask)
    {
        var load = new Load();
        var asked = new List<Task<string>>();
        var watch = Stopwatch.StartNew();
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (watch.Elapsed < time)
        {
            while (asked.Count < RequestsPerSecond * watch.Elapsed.TotalSeconds)
            {
                asked.Add(ask());
            }

            await pace.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }

        load.AddRange(await Task.WhenAll(asked));
        load.Elapsed = watch.Elapsed;
        return load;
    }

    /// <summary>What the requests of a load ended with.</summary>
    private sealed class Load : List<string>
    {
        public TimeSpan Elapsed { get; set; }
    }
}
