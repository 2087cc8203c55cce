using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Tests.Caching.Redis;

namespace Gateway.Tests.EndToEnd;

/// <summary>A process that is asked to stop (SIGTERM) finishes what it has begun.</summary>
public sealed class GracefulStopTests
{
    [Fact]
    public async Task A_request_in_progress_is_answered_before_the_end()
    {
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync([], ("Cloudflare:BaseUrl", sandbox.BaseUrl));
        using var client = new HttpClient { BaseAddress = gateway.Address };
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {SandboxCredentials.Slow}");
        var answering = client.PostAsJsonAsync("graphql", new { query = "{ ctTimeseries { csv } }" }, TestContext.Current.CancellationToken);
        await Eventually.IsAsync(() => sandbox.Calls.Count(SandboxEndpoint.CtTimeseries) == 1);

        await gateway.SignalStopAsync();
        await Eventually.IsAsync(() => gateway.Lines.Any(line => line.Contains("Application is shutting down", StringComparison.Ordinal)));
        gateway.IsRunning.ShouldBeTrue();
        sandbox.ReleaseSlowAnswers();

        using var response = await answering;
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.Data();
        (await gateway.EndAsync()).ShouldBe(0);
    }
}
