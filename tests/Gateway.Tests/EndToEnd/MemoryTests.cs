using System.Text;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Limits;

namespace Gateway.Tests.EndToEnd;

/// <summary>
/// A gateway in a heap of 256 MiB survives callers who try to fill it, and serves others meanwhile. Runs alone, because it takes all cores.
/// </summary>
[Collection<MemoryCollection>]
public sealed class MemoryTests : IAsyncLifetime
{
    private const string HeapLimit = "0x10000000";
    private const int Attackers = 16;
    private const int HonestCallers = 8;

    private SandboxHost _sandbox = null!;
    private GatewayProcess _gateway = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        _gateway = await GatewayProcess.StartAsync([("DOTNET_GCHeapHardLimit", HeapLimit)], ("Cloudflare:BaseUrl", _sandbox.BaseUrl));
        _client = new HttpClient { BaseAddress = new Uri(_gateway.Address, "graphql"), Timeout = TimeSpan.FromMinutes(2) };
    }

    public async ValueTask DisposeAsync()
    {
        _client?.Dispose();
        _gateway?.Dispose();
        await _sandbox.DisposeAsync();
    }

    /// <summary>The attacks, one after the other, each with its number of requests.</summary>
    private static readonly (string Name, int Requests)[] Attacks =
    [
        ("huge lists", 200),
        ("texts", 200),
        ("deep documents", 200),
        ("many aliases", 200),
        ("plans", 1_200),
        ("documents", 600),
        ("prepared requests", 1_200),
        ("prepared documents", 2_200),
        ("guests", 300),
        ("large answers", 100),
    ];

    // As large as the price of an operation lets it be.
    private static readonly string LargeAnswer = HugeAnswer.BodyOf(aliases: 14);

    [Fact]
    public async Task Attacks_on_memory_fail_no_other_caller()
    {
        await Task.WhenAll(Enumerable.Range(0, HonestCallers).Select(AskHonestlyAsync));
        foreach (var (name, requests) in Attacks)
        {
            var next = -1;
            var attacking = Task.WhenAll(Enumerable.Range(0, Attackers).Select(_ => Task.Run(async () =>
            {
                while (Interlocked.Increment(ref next) is var number && number < requests)
                {
                    var (body, token) = Attack(name, number);
                    await SendAsync(body, token);
                }
            })));
            var honest = 0;
            while (!attacking.IsCompleted)
            {
                await AskHonestlyAsync(honest++ % HonestCallers);
            }

            await attacking;
            _gateway.IsRunning.ShouldBeTrue(_gateway.Output);
            TestContext.Current.TestOutputHelper?.WriteLine(
                $"{name}: {requests} requests, {honest} honest ones meanwhile; {PeakOf(_gateway.Id)}");
        }

        using var unread = new UnreadConnections(_client.BaseAddress!, 25);
        var statuses = await unread.SendAsync(LargeAnswer, "an-attacker");
        statuses.ShouldAllBe(status => status == 200 || status == 294 || status == 503);
        statuses.ShouldContain(static status => status < 300);
        await Task.WhenAll(Enumerable.Range(0, HonestCallers).Select(AskHonestlyAsync));
        _gateway.IsRunning.ShouldBeTrue(_gateway.Output);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"unread answers: {string.Join(' ', statuses.CountBy(status => status))}; {PeakOf(_gateway.Id)}");
    }

    private static string PeakOf(int process) => OperatingSystem.IsLinux()
        ? File.ReadLines($"/proc/{process}/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal))
        : "";

    private async Task AskHonestlyAsync(int caller)
    {
        var query = caller % 2 == 0
            ? $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-0{caller + 2}T00:00:00Z\") {{ data {{ points {{ start count }} }} }} }}"
            : $"{{ ctTimeseries(dateRange: \"{caller}d\") {{ series {{ points {{ timestamp value }} }} }} }}";
        var text = await SendAsync(new JsonObject { ["query"] = query }.ToJsonString(), $"an-honest-token-{caller}");
        text.ShouldStartWith("{\"data\":{", customMessage: _gateway.Output);
        text.ShouldNotContain("\"errors\"");
    }

    private async Task<string> SendAsync(string body, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await _client.SendAsync(request, TestContext.Current.CancellationToken);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private static (string Body, string Token) Attack(string name, int number) => name switch
    {
        "huge lists" => (Body("query($v: [CtSeriesInput!]) { ctTimeseries(series: $v) { csv } }", $"[{Repeat(60_000, "{},")}{number}]"), "an-attacker"),
        "texts" => (Body("query($v: [CtSeriesInput!]) { ctTimeseries(series: $v) { csv } }", $$"""[{"name":"{{new string('a', 60_000)}}{{number}}"}]"""), "an-attacker"),
        "deep documents" => (Body($"{{ {Repeat(10_000, "a {")} a{number} {new string('}', 10_000)} }}", "1"), "an-attacker"),
        // Each is valid, and compiled, and has another name; the second time it may be kept.
        "documents" => (Body($"query Q{number / 2} {{ {Dashboards.Repeat(60, i => $"a{i}{new string('x', 300)}: ctTimeseries(dateRange: \"1d\") {{ freshness {{ status fetchedAt ageSeconds expiresAt }} }}", " ")} }}", "1"), ""),
        "many aliases" => (Body($"query Q{number} {{ {Dashboards.Repeat(64, i => $"a{i}: ctTimeseries(dateRange: \"1d\") {{ ...F }}")} }} fragment F on CtTimeseries {{ csv series {{ timestamps values points {{ timestamp value }} }} }}", "1"), "an-attacker"),
        // Eight plans of a thousand fields for each document.
        "plans" => (Body(Plans(number / 8), $$"""{"v0":{{Bit(number, 0)}},"v1":{{Bit(number, 1)}},"v2":{{Bit(number, 2)}}}"""), ""),
        "prepared requests" => (Body($"query($v: [CtSeriesInput!]) {{ {Dashboards.Repeat(20, i => $"a{i}: ctTimeseries(series: $v) {{ freshness {{ status }} }}", " ")} }}", $"[{Repeat(19, "{\"dateRange\":\"1d\",\"ca\":\"a\"},")}{{\"dateRange\":\"1d\",\"ca\":\"{number / 2}\"}}]"), ""),
        "large answers" => (LargeAnswer, "an-attacker"),
        "guests" => (Body($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: MINUTE, since: \"2026-01-01T00:00:00Z\", until: \"2026-01-02T00:00:00Z\") {{ rows }} }}", "1"), $"a-guest-{number}"),
        "prepared documents" => (Body($"query Q{number / 2} {{ {Dashboards.Repeat(64, i => $"a{i}: ctTimeseries {{ freshness {{ status fetchedAt ageSeconds expiresAt }} }}", " ")} }}", "1"), ""),
        _ => throw new ArgumentException("There is no such attack.", nameof(name)),
    };

    private static string Plans(int number) =>
        $"query Q{number}({Dashboards.Repeat(3, i => $"$v{i}: Boolean!", " ")}) {{ {Dashboards.Repeat(64, i => $"a{i}: ctTimeseries {(i < 3 ? $"@include(if: $v{i})" : "")} {{ ...F }}", " ")} }} "
            + "fragment F on CtTimeseries { meta { aggInterval lastUpdated normalization } messages { code message documentationUrl } freshness { status fetchedAt ageSeconds expiresAt } }";

    private static string Bit(int number, int index) => ((number >> index) & 1) == 0 ? "true" : "false";

    private static string Body(string document, string variable) =>
        $$"""{"query":{{JsonValue.Create(document).ToJsonString()}},"variables":{{(variable.StartsWith('{') ? variable : $"{{\"v\":{variable}}}")}}}""";

    private static string Repeat(int count, string part) => string.Concat(Enumerable.Repeat(part, count));
}

[CollectionDefinition(DisableParallelization = true)]
public sealed class MemoryCollection;
