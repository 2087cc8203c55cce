using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>Every row of the table from what went wrong to <c>extensions.code</c>, over real HTTP.</summary>
public sealed class ErrorTableTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private static int s_requests;

    // Each another request: what Cloudflare could not answer to one caller is for a while not asked for another.
    private static string Spectrum => $"spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR, limit: {Interlocked.Increment(ref s_requests)}) {{ rows }}";

    private static string Radar => $"ctTimeseries(series: [{{ dateRange: \"1d\", ca: \"{Interlocked.Increment(ref s_requests)}\" }}]) {{ series {{ name }} }}";

    [Theory]
    [InlineData(SandboxCredentials.Unauthorized, "UNAUTHENTICATED", 401)]
    [InlineData(SandboxCredentials.Invalid, "UNAUTHENTICATED", 401)]
    [InlineData(SandboxCredentials.Malformed, "UNAUTHENTICATED", 400)]
    [InlineData(SandboxCredentials.Forbidden, "FORBIDDEN", 403)]
    [InlineData(SandboxCredentials.NoPermission, "FORBIDDEN", 403)]
    [InlineData(SandboxCredentials.NotFound, "NOT_FOUND", 404)]
    [InlineData(SandboxCredentials.OverCost, "UPSTREAM_REJECTED", 422)]
    [InlineData(SandboxCredentials.ServerError, "UPSTREAM_UNAVAILABLE", 500)]
    [InlineData(SandboxCredentials.Unavailable, "UPSTREAM_UNAVAILABLE", 503)]
    [InlineData(SandboxCredentials.BadGatewayHtml, "UPSTREAM_UNAVAILABLE", 502)]
    [InlineData(SandboxCredentials.SuccessFalse, "UPSTREAM_REJECTED", 200)]
    public async Task What_cloudflare_refuses_is_told_with_its_own_words(string token, string code, int status)
    {
        foreach (var field in new[] { Spectrum, Radar })
        {
            var answer = await AskAsync(token, field);
            var extensions = answer.Refusal();
            extensions.Code().ShouldBe(code, answer.ToJsonString());
            extensions["cloudflare"]!["status"]!.GetValue<int>().ShouldBe(status);
            extensions["cloudflare"]!["ray"]!.GetValue<string>().ShouldNotBeEmpty();
            extensions["cloudflare"]!["errors"]!.AsArray().Any().ShouldBe(token != SandboxCredentials.BadGatewayHtml, answer.ToJsonString());
            extensions["retryAfterSeconds"].ShouldBeNull();
            (extensions["permission"] is not null).ShouldBe(code == "FORBIDDEN");
        }
    }

    [Theory]
    [InlineData(SandboxCredentials.NoContent)]
    [InlineData(SandboxCredentials.Redirect)]
    [InlineData(SandboxCredentials.Html200)]
    [InlineData(SandboxCredentials.NotJson)]
    [InlineData(SandboxCredentials.HalfJson)]
    public async Task What_is_no_answer_is_told_with_the_ray_alone(string token)
    {
        foreach (var field in new[] { Spectrum, Radar })
        {
            var extensions = (await AskAsync(token, field)).Refusal();
            extensions.Code().ShouldBe("UPSTREAM_INVALID_RESPONSE");
            extensions["ray"]!.GetValue<string>().ShouldNotBeEmpty();
            extensions["cloudflare"].ShouldBeNull();
        }
    }

    [Fact]
    public async Task An_answer_that_breaks_off_is_an_upstream_that_is_unavailable()
        => (await AskAsync(SandboxCredentials.CutOff, Spectrum)).Refusal().Code().ShouldBe("UPSTREAM_UNAVAILABLE");

    [Fact]
    public async Task An_answer_that_does_not_come_in_time_is_a_timeout()
        => (await AskAsync(SandboxCredentials.Slow, Radar)).Refusal().Code().ShouldBe("UPSTREAM_TIMEOUT");

    [Fact]
    public async Task A_credential_that_is_none_makes_no_call()
    {
        var before = app.Sandbox.Calls.Count(SandboxEndpoint.Bytime);
        (await app.AskAsync($"{{ {Spectrum} }}", null, [])).Refusal().Code().ShouldBe("UNAUTHENTICATED");
        (await app.AskAsync($"{{ {Spectrum} }}", null, ("Authorization", "Basic eDp5"))).Refusal().Code().ShouldBe("UNAUTHENTICATED");
        (await app.AskAsync($"{{ {Spectrum} }}", null, ("X-Auth-Email", "user@example.com"))).Refusal().Code().ShouldBe("UNAUTHENTICATED");
        (await app.AskAsync($"{{ {Spectrum} }}", null, ("Authorization", "Bearer a"), ("Authorization", "Bearer b"))).Refusal().Code().ShouldBe("UNAUTHENTICATED");
        app.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(before);
    }

    [Fact]
    public async Task Arguments_are_judged_before_credentials()
        => (await app.AskAsync("{ spectrumBytime(zoneId: \"x\", timeDelta: HOUR) { rows } }", null, [])).Refusal().Code().ShouldBe("BAD_USER_INPUT");

    [Fact]
    public async Task One_field_that_fails_leaves_the_other_its_answer()
    {
        var answer = await app.AskAsync(
            $"{{ {Spectrum} {Radar} }}",
            null,
            ("X-Cloudflare-Spectrum-Authorization", $"Bearer {SandboxCredentials.Forbidden}"),
            ("Authorization", $"Bearer {SandboxCredentials.Everything}"));
        answer["errors"]![0]!["path"].Compact().ShouldBe("""["spectrumBytime"]""");
        answer["data"]!["spectrumBytime"].ShouldBeNull();
        answer["data"]!["ctTimeseries"]!["series"]!.AsArray().ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_email_with_a_key_is_as_good_as_a_token()
        => (await app.AskAsync($"{{ {Spectrum} }}", null, ("X-Auth-Email", "user@example.com"), ("X-Auth-Key", SandboxCredentials.Everything))).Data();

    [Fact]
    public async Task No_credential_and_no_header_of_the_callers_goes_anywhere_else()
    {
        const string Token = "a-token-that-nobody-may-see-again";
        await app.AskAsync($"{{ {Spectrum} }}", null, ("Authorization", $"Bearer {Token}"), ("Cookie", "session=1"), ("X-Mine", "yes"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        var headers = app.Sandbox.Calls.Last[^1].Headers;
        headers.Keys.ShouldNotContain("Cookie");
        headers.Keys.ShouldNotContain("X-Mine");
        headers.Keys.ShouldNotContain("traceparent");
        headers["User-Agent"].ShouldNotBeEmpty();
        app.Logs.GetSnapshot().ShouldAllBe(record => !record.Message.Contains(Token, StringComparison.Ordinal));
    }

    private Task<JsonNode> AskAsync(string token, string field) => app.AskAsync($"{{ {field} }}", null, ("Authorization", $"Bearer {token}"));
}
