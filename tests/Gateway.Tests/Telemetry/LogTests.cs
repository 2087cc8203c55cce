using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Telemetry;

/// <summary>What the log says to whoever is on call. The gateway runs in a process of its own, in Production.</summary>
public sealed class LogTests
{
    private const string Token = "Zq7xW9kLm3VbN2sD8fGhT5rY1uJp6cAe";

    [Theory]
    [InlineData("http://127.0.0.1:{free}", "127.0.0.1:{free} refused the connection (UpstreamUnavailable)")]
    [InlineData("https://nowhere.invalid", "the name nowhere.invalid could not be resolved (DNS) (UpstreamUnavailable)")]
    [InlineData("https://127.0.0.1:{sandbox}", "TLS with 127.0.0.1:{sandbox} failed: check the certificate, the names in it and who issued it (UpstreamUnavailable)")]
    [InlineData("http://127.0.0.1:{reset}", "the connection to 127.0.0.1:{reset} broke before the answer was complete (UpstreamUnavailable)")]
    public async Task A_connection_that_fails_is_told_by_its_fault_with_the_host(string address, string sentence)
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var resetting = new TcpListener(IPAddress.Loopback, 0);
        resetting.Start();
        _ = ResetAllAsync(resetting);
        string Filled(string text) => text
            .Replace("{free}", $"{RefusedPort}", StringComparison.Ordinal)
            .Replace("{sandbox}", $"{sandbox.Address.Port}", StringComparison.Ordinal)
            .Replace("{reset}", $"{((IPEndPoint)resetting.LocalEndpoint).Port}", StringComparison.Ordinal);
        using var gateway = await StartAsync(Filled(address), [], ("Cloudflare:Retries:Max", "0"));
        await AskAsync(gateway, Token);

        var line = await LineAsync(gateway, "Call to radar failed");
        ((string)line["Message"]!).ShouldBe("Call to radar failed: " + Filled(sentence));
        ((string)line["LogLevel"]!).ShouldBe("Warning");
    }

    [Fact]
    public async Task A_refusal_is_told_with_status_and_codes_and_once_in_ten_seconds()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await StartAsync(sandbox.BaseUrl, []);
        for (var i = 0; i < 20; i++)
        {
            await AskAsync(gateway, $"{SandboxCredentials.Invalid}.{Token}{i}");
        }

        await gateway.SignalStopAsync();
        (await gateway.EndAsync()).ShouldBe(0);
        var line = gateway.Lines.Where(line => line.Contains("Call to radar failed", StringComparison.Ordinal)).ShouldHaveSingleItem();
        ((string)JsonNode.Parse(line)!["Message"]!).ShouldMatch(
            "^Call to radar failed: Cloudflare does not accept the caller's credential, status 401, codes 1000, ray [0-9a-f-]+[A-Z]* \\(Unauthenticated\\)$");
        gateway.Lines.ShouldAllBe(line => !line.Contains(Token, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Records_have_the_time_and_the_ids_of_trace_and_span_and_requests_a_line_on_demand()
    {
        await using var collector = await OtlpCollector.StartAsync();
        using var gateway = await StartAsync(
            $"http://127.0.0.1:{RefusedPort}",
            collector.Settings.Select(setting => (setting.Key, setting.Value)),
            ("Telemetry:AccessLog", "true"));
        await AskAsync(gateway, Token);

        var line = await LineAsync(gateway, "Call to radar failed");
        ((string)line["Timestamp"]!).ShouldMatch("^20[0-9-]{8}T[0-9:]{8}\\.[0-9]{3}Z$");
        var ids = line["Scopes"]!.AsArray().First(scope => scope!["TraceId"] is not null)!;
        await collector.WhenAsync(
            received => received.Spans.Any(span => span.TraceId == (string)ids["TraceId"]! && span.Id == (string)ids["SpanId"]!), () => "The span did not come.");
        await collector.WhenAsync(
            received => received.Logs.Any(log => log.TraceId == (string)ids["TraceId"]! && log.SpanId == (string)ids["SpanId"]!), () => "The record did not come.");

        var access = await LineAsync(gateway, "StatusCode: 2");
        ((string)access["Message"]!).ShouldContain("Path: /graphql");
        ((string)access["Message"]!).ShouldContain("Duration: ");
        collector.Says(Token).ShouldBeFalse();
        gateway.Lines.ShouldAllBe(text => !text.Contains(Token, StringComparison.Ordinal));
    }

    // Bound and never listened on: nothing else takes it.
    private static int RefusedPort { get; } = BoundPort();

    private static int BoundPort()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    private static async Task ResetAllAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var socket = await listener.AcceptSocketAsync(TestContext.Current.CancellationToken);
                await socket.ReceiveAsync(new byte[16], TestContext.Current.CancellationToken);
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException or OperationCanceledException)
        {
            // The test is over.
        }
    }

    private static Task<GatewayProcess> StartAsync(
        string address, IEnumerable<(string, string)> environment, params (string Key, string Value)[] settings) =>
        GatewayProcess.StartAsync(environment, [("Cloudflare:BaseUrl", address), .. settings]);

    private static async Task AskAsync(GatewayProcess gateway, string token)
    {
        using var client = new HttpClient { BaseAddress = gateway.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = JsonContent.Create(new { query = "{ ctTimeseries { series { name } } }" }),
            Headers = { { "Authorization", $"Bearer {token}" } },
        };
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static async Task<JsonNode> LineAsync(GatewayProcess gateway, string text)
    {
        string? found = null;
        await Eventually.IsAsync(() => (found = gateway.Lines.FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal))) is not null);
        return JsonNode.Parse(found!)!;
    }
}
