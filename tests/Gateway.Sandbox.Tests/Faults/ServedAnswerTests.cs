using System.Net;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class ServedAnswerTests
{
    private static readonly string Bytime = SandboxClient.BytimePath() + "?time_delta=hour";

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

    [Fact]
    public async Task A_broken_endpoint_treats_everybody_as_the_credential_until_it_is_restored()
    {
        await using var host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);
        host.Break(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable);

        for (var i = 0; i < 3; i++)
            (await StatusAsync(client, Bytime)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await StatusAsync(client, SandboxClient.CtPath)).ShouldBe(HttpStatusCode.OK);
        host.Break(SandboxEndpoint.Bytime, new ServedAnswer(418, null, default));
        ((int)await StatusAsync(client, Bytime)).ShouldBe(418);
        host.Restore(SandboxEndpoint.Bytime);
        (await StatusAsync(client, Bytime)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_fault_can_be_served_so_many_times()
    {
        await using var host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);
        host.Serve(SandboxEndpoint.Bytime, SandboxCredentials.Unavailable, times: 2);
        host.Serve(SandboxEndpoint.Bytime, SandboxCredentials.ServerError);

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 4; i++)
            statuses.Add(await StatusAsync(client, Bytime));

        statuses.ShouldBe([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.InternalServerError, HttpStatusCode.OK]);
    }

    [Fact]
    public async Task A_credential_without_a_fault_is_refused_where_it_is_served()
    {
        await using var host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        Should.Throw<ArgumentException>(() => host.Break(SandboxEndpoint.Bytime, SandboxCredentials.Everything));
    }

    private static async Task<HttpStatusCode> StatusAsync(SandboxClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }
}
