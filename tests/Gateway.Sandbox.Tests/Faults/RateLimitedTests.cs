using System.Net;
using Gateway.Sandbox.Faults;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class RateLimitedTests(SharedSandbox sandbox)
{
    private static readonly string Bytime = SandboxClient.BytimePath() + "?time_delta=hour";

    [Theory]
    [InlineData(SandboxCredentials.RateLimited, "300", "\"default\";r=0;t=300")]
    [InlineData(SandboxCredentials.RateLimitedDate, "Wed, 18 Mar 2026 10:42:42 GMT", null)]
    [InlineData(SandboxCredentials.RateLimitedPast, "Wed, 18 Mar 2026 10:32:42 GMT", null)]
    [InlineData(SandboxCredentials.RateLimitedZero, "0", null)]
    [InlineData(SandboxCredentials.RateLimitedNegative, "-30", null)]
    [InlineData(SandboxCredentials.RateLimitedHuge, "1000000000", null)]
    [InlineData(SandboxCredentials.RateLimitedOverflow, "99999999999999999999", null)]
    [InlineData(SandboxCredentials.RateLimitedNonsense, "soon", null)]
    [InlineData(SandboxCredentials.RateLimitedSilent, null, null)]
    [InlineData(SandboxCredentials.RateLimitedRatelimit, null, "\"default\";r=0;t=45")]
    public async Task Each_form_says_when_to_come_back_in_its_own_way(string token, string? retryAfter, string? ratelimit)
    {
        foreach (var (path, code) in ((string, int)[])[(Bytime, 971), (SandboxClient.CtPath, 1015)])
        {
            using var response = await sandbox.Client.GetAsync(path, token);

            response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            Header(response, "Retry-After").ShouldBe(retryAfter);
            Header(response, "Ratelimit").ShouldBe(ratelimit);
            Header(response, "Ratelimit-Policy").ShouldBe(ratelimit is null ? null : "\"default\";q=1200;w=300");
            (await SandboxClient.ReadJsonAsync(response)).GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_code_that_elsewhere_means_a_bad_token_comes_with_429_too()
    {
        var (status, body) = await sandbox.Client.GetJsonAsync(Bytime, SandboxCredentials.RateLimitedCode10000);
        status.ShouldBe(HttpStatusCode.TooManyRequests);
        body.GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(10000);
    }

    [Fact]
    public async Task A_page_can_say_it_too()
    {
        using var response = await sandbox.Client.GetAsync(SandboxClient.CtPath, SandboxCredentials.RateLimitedHtml);
        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(300));
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
    }

    [Theory]
    [InlineData("7", null)]
    [InlineData(null, "\"default\";r=0;t=9")]
    [InlineData("7", "\"default\";r=0;t=9, \"burst\";r=0;t=1")]
    [InlineData(null, null)]
    public async Task A_test_can_lay_out_any_other_form(string? retryAfter, string? ratelimit)
    {
        await using var host = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var client = new SandboxClient(host);
        host.Serve(SandboxEndpoint.Bytime, new ServedAnswer(429, "application/json", """{"errors":[{"code":971}]}"""u8.ToArray())
        {
            Headers = new Dictionary<string, string> { ["Retry-After"] = retryAfter ?? "", ["Ratelimit"] = ratelimit ?? "" },
        });

        using var response = await client.GetAsync(Bytime);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        Header(response, "Retry-After").ShouldBe(retryAfter);
        Header(response, "Ratelimit").ShouldBe(ratelimit);
        (await SandboxClient.ReadJsonAsync(response)).GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(971);
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;
}
