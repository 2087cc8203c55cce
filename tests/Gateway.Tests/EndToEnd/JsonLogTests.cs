using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The log in JSON, as the image writes it: a record in each line, and in none a token.</summary>
public sealed class JsonLogTests
{
    private const string Token = "Zq7xW9kLm3VbN2sD8fGhT5rY1uJp6cAe";

    [Fact]
    public async Task Each_line_is_a_record_and_none_has_a_token()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync(
            [("Logging__Console__FormatterName", "json"), ("Logging__LogLevel__Default", "Trace")], ("Cloudflare:BaseUrl", sandbox.BaseUrl));
        using var client = new HttpClient { BaseAddress = gateway.Address };
        foreach (var token in new[] { Token, $"{SandboxCredentials.Unavailable}.{Token}", $"{SandboxCredentials.Invalid}.{Token}", $"{Token} {Token}" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "graphql") { Content = JsonContent.Create(new { query = "{ ctTimeseries { csv } }" }) };
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(Token);
        }

        await gateway.SignalStopAsync();
        (await gateway.EndAsync()).ShouldBe(0);

        var records = gateway.Lines.Select(line => JsonNode.Parse(line)!).ToArray();
        records.ShouldContain(record => ((string)record["Category"]!).StartsWith("Gateway.", StringComparison.Ordinal));
        records.ShouldContain(record => (string)record["LogLevel"]! == "Debug");
        gateway.Lines.ShouldAllBe(line => !line.Contains(Token, StringComparison.Ordinal));
    }
}
