using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Upstream.Resilience;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.EndToEnd;

/// <summary>Floods of made-up tokens, each used once, and who is answered under them.</summary>
[Collection<Alone>]
public sealed class GuestsTests : IAsyncDisposable
{
    private const int Credentials = 8;
    private const int MadeUpPerSecond = 1200;

    private GatewayApp _app = null!;
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly ConcurrentDictionary<string, int> _floodsAnswers = new();
    private Task _flood = Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _flood;
        _end.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task A_flood_of_made_up_tokens_takes_no_cold_call_of_a_known_credential()
    {
        await StartAsync();
        await FloodAsync(Spectrum(limit: 1));

        ShouldBeAnswered(await Task.WhenAll(Enumerable.Range(0, 40).Select(i => SpectrumAsync(i % Credentials, limit: 2 + i))));
        _floodsAnswers.Keys.ShouldContain("OVERLOADED");
    }

    [Fact]
    public async Task A_flood_of_made_up_tokens_on_Radar_does_not_slow_Spectrum()
    {
        // Who waits for a start that the flood has taken waits longer than that.
        await StartAsync(("Cloudflare:QueueTimeout", "00:00:00.05"));
        await FloodAsync("{ ctTimeseries { csv } }");

        ShouldBeAnswered(await Task.WhenAll(Enumerable.Range(0, 24).Select(i => SpectrumAsync(i % Credentials, limit: 2 + i))));
        _floodsAnswers.Keys.ShouldContain("OVERLOADED");
    }

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task Guests_of_other_addresses_than_the_floods_have_their_turns()
    {
        await StartAsync(("Hosting:ForwardedHeaders:Enabled", "true"), ("Hosting:ForwardedHeaders:KnownProxies", "127.0.0.1"));
        await FloodAsync(Spectrum(limit: 1), address: "203.0.113.1");

        ShouldBeAnswered(await Task.WhenAll(Enumerable.Range(1, 16).Select(async i =>
        {
            // A slow machine may answer too late; whoever is turned away asks again.
            var answer = await AskAsync($"new-{i}", Spectrum(limit: 1), $"198.51.100.{i}");
            for (var asked = 1; asked < 5 && answer["errors"] is not null; asked++)
            {
                answer = await AskAsync($"new-{i}", Spectrum(limit: 1), $"198.51.100.{i}");
            }

            return answer;
        })));
        _floodsAnswers.Keys.ShouldContain("OVERLOADED");
        _app.Logs.GetSnapshot().ShouldNotContain(record => record.Message.Contains("198.51.100", StringComparison.Ordinal));
    }

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task Calls_that_are_turned_away_are_logged_once_in_a_while_for_each_reason_and_class()
    {
        await StartAsync();
        await FloodAsync(Spectrum(limit: 1), rejections: 1000);

        var lines = _app.Logs.GetSnapshot().Where(record => record.Id.Id == 1013).Select(record => record.Message).ToArray();
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.Contains("spectrum", StringComparison.Ordinal) && line.Contains("a guest credential", StringComparison.Ordinal));
        lines.Length.ShouldBeLessThan(10);
    }

    private async Task StartAsync(params (string Key, string Value)[] settings)
    {
        _app = new GatewayApp { LogLevel = LogLevel.Warning, Setup = ("Development", settings) };
        await _app.InitializeAsync();
        ShouldBeAnswered(await Task.WhenAll(Enumerable.Range(0, Credentials).Select(i => SpectrumAsync(i, limit: 1))));
    }

    private static string Spectrum(int limit) => $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, limit: {limit}) {{ rows }} }}";

    private static void ShouldBeAnswered(JsonNode[] answers)
    {
        TestContext.Current.TestOutputHelper?.WriteLine($"{answers.Count(answer => answer["errors"] is null)} of {answers.Length} answered");
        answers.ShouldAllBe(answer => answer["errors"] == null);
    }

    private Task<JsonNode> SpectrumAsync(int credential, int limit) => AskAsync($"honest-{credential}", Spectrum(limit));

    private Task<JsonNode> AskAsync(string token, string query, string address = "192.0.2.1") =>
        _app.AskAsync(query, null, ("Authorization", $"Bearer {token}"), ("X-Forwarded-For", address));

    /// <summary>Starts a flood, and waits until so many tokens are turned away.</summary>
    private async Task FloodAsync(string query, int rejections = 1, string address = "192.0.2.1")
    {
        var isFull = new TaskCompletionSource();
        _flood = RunAsync();
        await isFull.Task.WaitAsync(_end.Token);

        async Task RunAsync()
        {
            var asked = new List<Task>();
            using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (!_end.IsCancellationRequested)
            {
                for (var i = 0; i < MadeUpPerSecond / 100; i++)
                {
                    asked.Add(MakeUpAsync());
                }

                await Task.WhenAny(pace.WaitForNextTickAsync(_end.Token).AsTask());
            }

            await Task.WhenAll(asked);
        }

        async Task MakeUpAsync()
        {
            var code = (await AskAsync($"{SandboxCredentials.Invalid}.{Guid.NewGuid():N}", query, address)).Refusal().Code();
            if (_floodsAnswers.AddOrUpdate(code, 1, static (_, count) => count + 1) >= rejections && code == "OVERLOADED")
            {
                isFull.TrySetResult();
            }
        }
    }
}
