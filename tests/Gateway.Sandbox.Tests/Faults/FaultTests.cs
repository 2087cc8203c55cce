using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Faults;

public sealed class FaultTests(SharedSandbox sandbox)
{
    private static readonly string Bytime = SandboxClient.BytimePath() + "?time_delta=hour";

    [Theory]
    [InlineData(SandboxCredentials.Malformed, 400, 6003, 6003)]
    [InlineData(SandboxCredentials.Unauthorized, 401, 10000, 10000)]
    [InlineData(SandboxCredentials.Invalid, 401, 1000, 1000)]
    [InlineData(SandboxCredentials.Forbidden, 403, 9109, 9109)]
    [InlineData(SandboxCredentials.NoPermission, 403, 10000, 10000)]
    [InlineData(SandboxCredentials.NotFound, 404, 7003, 7003)]
    [InlineData(SandboxCredentials.OverCost, 422, 2002, 2002)]
    [InlineData(SandboxCredentials.IntervalTooFine, 400, 1005, 2001)]
    [InlineData(SandboxCredentials.WindowTooLong, 400, 1005, 2001)]
    [InlineData(SandboxCredentials.RateLimited, 429, 971, 1015)]
    [InlineData(SandboxCredentials.ServerError, 500, 10013, 2000)]
    [InlineData(SandboxCredentials.Unavailable, 503, 10013, 10013)]
    [InlineData(SandboxCredentials.RequestTimeout, 408, 10013, 10013)]
    [InlineData(SandboxCredentials.GatewayTimeout, 504, 10013, 10013)]
    [InlineData(SandboxCredentials.SuccessFalse, 200, 1001, 1001)]
    [InlineData(SandboxCredentials.OtherLocation, 403, 9109, 9109)]
    [InlineData(SandboxCredentials.RateLimitedBadRequest, 400, 10500, 10500)]
    [InlineData(SandboxCredentials.UnavailableRetryAfter, 503, 10013, 10013)]
    [InlineData(SandboxCredentials.Invalid + ".another", 401, 1000, 1000)]
    public async Task A_refusing_credential_gets_its_status_and_code(string token, int status, int bytimeCode, int ctCode)
    {
        await ShouldRefuse(Bytime, bytimeCode);
        await ShouldRefuse(SandboxClient.CtPath, ctCode);

        async Task ShouldRefuse(string path, int code)
        {
            var (actual, body) = await sandbox.Client.GetJsonAsync(path, token);
            ((int)actual).ShouldBe(status);
            body.GetProperty("success").GetBoolean().ShouldBeFalse();
            body.GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(code);
        }
    }

    [Fact]
    public async Task A_fault_in_a_zone_is_in_that_zone_only()
    {
        const string Token = SandboxCredentials.GatewayTimeout + ".in-" + SharedSandbox.Zone;
        (await sandbox.Client.GetJsonAsync(Bytime, Token)).Status.ShouldBe(HttpStatusCode.GatewayTimeout);
        var elsewhere = SandboxClient.BytimePath(new string('0', 32)) + "?time_delta=hour";
        (await sandbox.Client.GetJsonAsync(elsewhere, Token)).Status.ShouldBe(HttpStatusCode.OK);
        (await sandbox.Client.GetJsonAsync(SandboxClient.CtPath, Token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_rate_limited_answer_says_when_to_come_back()
    {
        using var response = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.RateLimited);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(300));
        response.Headers.GetValues("Ratelimit").ShouldBe(["\"default\";r=0;t=300"]);
    }

    [Theory]
    [InlineData(SandboxCredentials.BadGatewayHtml, HttpStatusCode.BadGateway)]
    [InlineData(SandboxCredentials.Html200, HttpStatusCode.OK)]
    [InlineData(SandboxCredentials.EdgeChallenge, HttpStatusCode.Forbidden)]
    [InlineData(SandboxCredentials.NotFoundHtml, HttpStatusCode.NotFound)]
    public async Task An_html_credential_gets_a_page(string token, HttpStatusCode status)
    {
        using var response = await sandbox.Client.GetAsync(SandboxClient.CtPath, token);
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        (await SandboxClient.ReadTextAsync(response)).ShouldStartWith("<html>");
    }

    [Fact]
    public async Task The_edge_says_that_it_challenges_and_why_it_blocks()
    {
        using var challenge = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.EdgeChallenge);
        challenge.Headers.GetValues("cf-mitigated").ShouldBe(["challenge"]);
        using var block = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.EdgeBlock);
        block.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await SandboxClient.ReadTextAsync(block)).ShouldBe("error code: 1020");
    }

    [Theory]
    [InlineData(SandboxCredentials.RateLimitedBadRequest, 300)]
    [InlineData(SandboxCredentials.UnavailableRetryAfter, 20)]
    public async Task Other_answers_than_429_say_when_to_come_back(string token, int seconds)
    {
        using var response = await sandbox.Client.GetAsync(Bytime, token);
        response.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(seconds));
    }

    [Fact]
    public async Task Errors_and_messages_have_odd_shapes()
    {
        (await sandbox.Client.GetJsonAsync(Bytime, SandboxCredentials.BareErrors)).Body.GetProperty("errors")[0].GetString()
            .ShouldBe("Authentication error");
        (await sandbox.Client.GetJsonAsync(Bytime, SandboxCredentials.CodeAsText)).Body.GetProperty("errors")[0].GetProperty("code").GetString()
            .ShouldBe("9109");
        foreach (var path in (string[])[Bytime, SandboxClient.CtPath])
        {
            var data = (await sandbox.Client.GetJsonAsync(path, SandboxCredentials.NullMessages)).Body;
            data.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
            data.GetProperty("success").GetBoolean().ShouldBeTrue();
            (!data.TryGetProperty("messages", out var messages) || messages.ValueKind == JsonValueKind.Null).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(SandboxCredentials.NotJson)]
    [InlineData(SandboxCredentials.HalfJson)]
    public async Task A_broken_body_claims_to_be_json(string token)
    {
        using var response = await sandbox.Client.GetAsync(Bytime, token);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        var text = await SandboxClient.ReadTextAsync(response);
        Should.Throw<JsonException>(() => JsonDocument.Parse(text));
    }

    [Fact]
    public async Task No_content_is_204_with_nothing_in_it()
    {
        using var response = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.NoContent);
        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await SandboxClient.ReadTextAsync(response)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_redirect_leads_elsewhere_in_the_sandbox()
    {
        using var response = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.Redirect);
        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/client/v4/elsewhere");
    }

    [Fact]
    public async Task A_body_claims_to_be_gzip_and_is_not()
    {
        using var response = await sandbox.Client.GetAsync(Bytime, SandboxCredentials.NotGzip);
        response.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        (await SandboxClient.ReadTextAsync(response)).ShouldStartWith("{");
    }
}
