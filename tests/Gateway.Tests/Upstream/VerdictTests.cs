using System.Globalization;
using Gateway.Upstream;
using Gateway.Upstream.Client;

namespace Gateway.Tests.Upstream;

/// <summary>Which answers are the API's verdict on a call, and which are not, over real HTTP.</summary>
public sealed class VerdictTests
{
    private const string Html = "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>";
    private const string Throttled = """{"success":false,"errors":[{"code":971,"message":"Please wait"}],"messages":[],"result":null}""";
    private const string Refused = """{"success":false,"errors":[{"code":9109,"message":"Unauthorized"}],"messages":[],"result":null}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(403, Html, "text/html")]
    [InlineData(401, Html, "text/html")]
    [InlineData(404, Html, "text/html")]
    [InlineData(400, Html, "text/html")]
    [InlineData(403, "error code: 1020", "text/plain")]
    [InlineData(403, "error code: 1010\n", "text/plain")]
    [InlineData(403, "", "text/html")]
    [InlineData(403, "{}", "application/json")]
    [InlineData(403, "\"Forbidden\"", "application/json")]
    [InlineData(403, """{"type":"https://example.com/1020","title":"Access denied","status":403,"error_code":1020}""", "application/problem+json")]
    [InlineData(403, """{"success":false,"errors":[{"code":9109,"mess""", "application/json")]
    public async Task A_refusal_without_an_envelope_is_not_the_APIs(int status, string body, string contentType)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, body, contentType, ("Cf-Ray", "ray-1"));

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Kind.ShouldBe(FailureKind.UpstreamUnavailable);
        (failure.Cloudflare!.Status, failure.Cloudflare.Ray, failure.Permission).ShouldBe((status, "ray-1", null));
        failure.Message.ShouldContain("instead of the API");
        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_code_of_the_edge_is_told()
    {
        await using var upstream = await UpstreamStub.StartAsync(403, "error code: 1020", "text/plain", ("Cf-Ray", "ray-1"));

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        failure.Message.ShouldContain("error code: 1020");
        failure.Cloudflare!.Errors.ShouldBe([new(1020, "error code: 1020", null, null)]);
    }

    [Theory]
    [InlineData(403, Html)]
    [InlineData(403, Refused)]
    [InlineData(401, Refused)]
    [InlineData(503, Html)]
    public async Task A_challenge_is_no_verdict_whatever_stands_in_it_and_is_not_repeated(int status, string body)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, body, "text/html", ("Cf-Ray", "ray-1"), ("Cf-Mitigated", "challenge"));

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.Cloudflare!.Status).ShouldBe((FailureKind.UpstreamUnavailable, status));
        failure.Message.ShouldContain("challenge");
        upstream.Calls.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(403, Html, "")]
    [InlineData(404, "error code: 1020", "")]
    [InlineData(503, Html, "challenge")]
    public async Task What_the_edge_blocks_opens_no_circuit(int status, string body, string mitigated)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, body, "text/html", ("Cf-Mitigated", mitigated));
        var client = TestClient.Create(upstream.BaseUrl, options => options.Breaker.MinimumCalls = 2);

        for (var i = 0; i < 5; i++)
        {
            await client.AskAsync(Cancellation);
        }

        upstream.Calls.Count.ShouldBe(5);
    }

    [Theory]
    [InlineData(400, Throttled)]
    [InlineData(403, Throttled)]
    [InlineData(200, Throttled)]
    [InlineData(503, Throttled)]
    [InlineData(429, Throttled)]
    [InlineData(400, """{"success":false,"errors":[{"code":10500,"message":"More than 1200 requests per 300 seconds reached"}]}""")]
    [InlineData(403, """{"success":false,"errors":[{"code":"971","message":"Please wait"}]}""")]
    public async Task A_code_of_throttling_is_a_rate_limit_under_any_status(int status, string body)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, body, headers: [("Retry-After", "7"), ("Cf-Ray", "ray-1")]);

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.RetryAfterSeconds, failure.Cloudflare!.Status).ShouldBe((FailureKind.RateLimited, 7, status));
        upstream.Calls.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_token_that_is_bound_to_other_addresses_lacks_no_permission()
    {
        await using var upstream = await UpstreamStub.StartAsync(
            403, """{"success":false,"errors":[{"code":9109,"message":"Cannot use the access token from location: 203.0.113.7"}]}""");

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.Permission).ShouldBe((FailureKind.Forbidden, null));
        failure.Message.ShouldContain("IP address");
        failure.Message.ShouldContain("203.0.113.7");
        failure.Message.ShouldNotContain("lacks");
    }

    [Theory]
    [InlineData("""{"success":false,"errors":[{"code":10013,"message":"Request timeout"}]}""")]
    [InlineData(Html)]
    public async Task A_408_is_a_timeout(string body)
    {
        await using var upstream = await UpstreamStub.StartAsync(408, body);

        var failure = (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull();

        (failure.Kind, failure.Cloudflare!.Status).ShouldBe((FailureKind.UpstreamTimeout, 408));
    }

    [Theory]
    [InlineData(503, 20, 20)]
    [InlineData(530, 20, 20)]
    [InlineData(408, 20, 20)]
    [InlineData(403, 20, 20)]
    [InlineData(503, 0, 1)]
    [InlineData(503, 100_000, 300)]
    public async Task What_may_be_over_later_says_when(int status, int retryAfter, int seconds)
    {
        await using var upstream = await UpstreamStub.StartAsync(
            status, Html, "text/html", ("Retry-After", retryAfter.ToString(CultureInfo.InvariantCulture)));

        (await Create(upstream).AskAsync(Cancellation)).Failure.ShouldNotBeNull().RetryAfterSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData(200, """{"success":true,"errors":null,"messages":null,"result":{"text":"hello"}}""", null)]
    [InlineData(200, """{"success":true,"errors":"odd","messages":"odd","result":{"text":"hello"}}""", null)]
    [InlineData(200, """{"success":true,"errors":["odd"],"messages":[null,1,true],"result":{"text":"hello"}}""", null)]
    [InlineData(401, """{"success":false,"errors":["Authentication error"],"messages":null,"result":null}""", "Unauthenticated")]
    [InlineData(401, """{"success":false,"errors":null}""", "Unauthenticated")]
    [InlineData(403, """{"success":false,"messages":["no"]}""", "Forbidden")]
    [InlineData(400, """{"success":false,"errors":[{"code":"9109","message":"m"}]}""", "Forbidden")]
    [InlineData(400, """{"success":false,"errors":["bare",{"code":"6003","message":"m"}]}""", "Unauthenticated")]
    [InlineData(400, """{"success":false,"errors":{"code":"7003","message":"m"}}""", "NotFound")]
    [InlineData(404, """{"errors":[{"code":null,"message":null}]}""", "NotFound")]
    public async Task Errors_and_messages_of_any_shape_are_read(int status, string body, string? kind)
    {
        await using var upstream = await UpstreamStub.StartAsync(status, body);

        (await Create(upstream).AskAsync(Cancellation)).Failure?.Kind.ToString().ShouldBe(kind);
    }

    private static CloudflareClient Create(UpstreamStub upstream) => TestClient.Create(upstream.BaseUrl);
}
