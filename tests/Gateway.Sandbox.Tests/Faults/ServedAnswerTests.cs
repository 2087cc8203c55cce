using System.Net;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class ServedAnswerTests
{
    private const string Body = "{ \"success\" : true }\n";

    [Fact]
    public async Task An_answer_laid_out_is_served_verbatim_and_once()
    {
        await using var host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);
        host.Serve(SandboxEndpoint.CtTimeseries, 418, "application/json", Body);

        using var other = await client.GetAsync(SandboxClient.BytimePath() + "?time_delta=hour");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var first = await client.GetAsync(SandboxClient.CtPath, token: null);
        ((int)first.StatusCode).ShouldBe(418);
        (await SandboxClient.ReadTextAsync(first)).ShouldBe(Body);
        first.Headers.Contains("cf-ray").ShouldBeTrue();
        using var second = await client.GetAsync(SandboxClient.CtPath);
        second.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Answers_are_served_in_their_order_with_their_headers()
    {
        await using var host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);
        var coded = new ServedAnswer(200, "application/json", new byte[] { 1, 2, 3 })
        {
            Headers = new Dictionary<string, string> { ["Content-Encoding"] = "gzip", ["cf-ray"] = "mine" },
        };
        host.Serve(SandboxEndpoint.Bytime, coded, times: 2);
        host.Serve(SandboxEndpoint.Bytime, 204, null, "");

        for (var i = 0; i < 2; i++)
        {
            using var response = await client.GetAsync(SandboxClient.BytimePath());
            response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
            response.Headers.GetValues("cf-ray").ShouldBe(["mine"]);
            (await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        }

        using var last = await client.GetAsync(SandboxClient.BytimePath());
        last.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }
}
