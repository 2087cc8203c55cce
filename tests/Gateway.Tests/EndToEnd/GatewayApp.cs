using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Time;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// The whole gateway on Kestrel at a free port, with its own sandbox. It is in this process, unless <see cref="GatewayProcess.Binary"/> takes
/// its place. A test that reads or replaces what is inside the gateway is marked <c>[Trait("Gateway", "InProcess")]</c>.
/// </summary>
public sealed class GatewayApp : IAsyncLifetime
{
    public const string Zone = "023e105f4ecef8ad9ca31a8372d0c353";

    // Any type of the gateway's assembly names its entry point.
    private readonly WebApplicationFactory<Gateway.Spectrum.Responses.SpectrumBytime> _factory = new();
    private readonly FakeLoggerProvider _logs = new();
    private GatewayProcess? _process;
    private int _tokens;

    public SandboxHost Sandbox { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    public FakeLogCollector Logs => InProcess(_logs.Collector);

    internal IMeterFactory Meters { get => InProcess(field); private set; } = null!;

    /// <summary>The environment, and additional settings.</summary>
    internal (string Environment, (string Key, string Value)[] Settings) Setup { get; init; } = ("Development", []);

    /// <summary>A sandbox that several replicas share, in place of an own one. Who made it ends it.</summary>
    internal SandboxHost? Upstream { get; init; }

    /// <summary>The clock of durations and the machine's clock, in place of the system's.</summary>
    internal TimeProvider? Time { get; init; }

    /// <summary>How long a field may take.</summary>
    internal string Deadline { get; init; } = "00:00:02";

    /// <summary>From which level on log records are kept.</summary>
    internal LogLevel LogLevel { get; init; } = LogLevel.Trace;

    /// <summary>The query string of the last call, as it came over the wire.</summary>
    public string LastQuery => Sandbox.Calls.Last[^1].Query;

    public async ValueTask InitializeAsync()
    {
        Sandbox = Upstream ?? await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        (string Key, string Value)[] settings = [("Cloudflare:BaseUrl", Sandbox.BaseUrl), ("Cloudflare:Deadline", Deadline), .. Setup.Settings];
        if (GatewayProcess.Binary is not null)
        {
            InProcess(Time);
            _process = await GatewayProcess.StartAsync([("ASPNETCORE_ENVIRONMENT", Setup.Environment)], settings);
            Client = new HttpClient { BaseAddress = new Uri(_process.Address, "graphql") };
            return;
        }

        var host = _factory.WithWebHostBuilder(builder => settings
            .Aggregate(builder, (host, setting) => host.UseSetting(setting.Key, setting.Value))
            .UseEnvironment(Setup.Environment)
            .UseSetting("urls", "http://127.0.0.1:0")
            .ConfigureTestServices(services =>
            {
                if (Time is not null)
                {
                    services.AddSingleton(Time).AddSingleton(new WallClock(Time));
                }
            })
            .ConfigureLogging(logging => logging.ClearProviders().AddProvider(_logs).SetMinimumLevel(LogLevel)));
        host.UseKestrel(0);
        host.StartServer();
        Meters = host.Services.GetRequiredService<IMeterFactory>();
        Client = new HttpClient { BaseAddress = new Uri(host.ClientOptions.BaseAddress, "graphql") };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        _process?.Dispose();
        await _factory.DisposeAsync();
        if (Upstream is null)
        {
            await Sandbox.DisposeAsync();
        }
    }

    /// <summary>What only a gateway in this process has.</summary>
    private static T InProcess<T>(T value) => GatewayProcess.Binary is null || value is null
        ? value
        : throw new InvalidOperationException("A test that uses this has to be marked [Trait(\"Gateway\", \"InProcess\")].");

    /// <summary>Sends a query with a new token, so the cache has no entry for it.</summary>
    public Task<JsonNode> AskAsync(string query, object? variables = null) =>
        AskAsync(query, variables, ("Authorization", $"Bearer a-token-of-its-own-{Interlocked.Increment(ref _tokens)}"));

    public async Task<JsonNode> AskAsync(string query, object? variables, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query, variables }) };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }

    /// <summary>Requests Spectrum data with these arguments and the required ones.</summary>
    public Task<JsonNode> SpectrumAsync(string arguments, string selection = "rows") =>
        AskAsync($"{{ spectrumBytime(zoneId: \"{Zone}\", timeDelta: HOUR{arguments}) {{ {selection} }} }}");

    /// <summary>Asks for certificate data with these arguments.</summary>
    public Task<JsonNode> CtAsync(string arguments, string selection = "series { name }") =>
        AskAsync($"{{ ctTimeseries{(arguments.Length == 0 ? "" : $"({arguments})")} {{ {selection} }} }}");
}

internal static class AnswerExtensions
{
    /// <summary>The data of an answer that has no errors.</summary>
    public static JsonNode Data(this JsonNode answer)
    {
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The extensions of an answer's only error.</summary>
    public static JsonNode Refusal(this JsonNode answer)
    {
        answer["errors"].ShouldNotBeNull(answer.ToJsonString()).AsArray().Count.ShouldBe(1);
        return answer["errors"]![0]!["extensions"]!;
    }

    /// <summary>The message of an answer's only error.</summary>
    public static string Message(this JsonNode answer)
    {
        answer["errors"].ShouldNotBeNull(answer.ToJsonString()).AsArray().Count.ShouldBe(1);
        return answer["errors"]![0]!["message"]!.GetValue<string>();
    }

    public static string Code(this JsonNode extensions) => extensions["code"]!.GetValue<string>();

    public static string Compact(this JsonNode? node) => node?.ToJsonString(Options) ?? "null";

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
