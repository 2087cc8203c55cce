using System.Net;
using Gateway.Radar;
using Gateway.Spectrum;
using Gateway.Upstream.Client;
using Microsoft.Extensions.Options;

namespace Gateway.Tests.Hosting;

public sealed class CrossOriginTests
{
    private const string Origin = "https://dashboard.example.com";

    [Theory]
    [InlineData("content-type,content-encoding")]
    [InlineData("authorization")]
    [InlineData("x-auth-email,x-auth-key")]
    [InlineData("x-cloudflare-spectrum-authorization,x-cloudflare-radar-authorization")]
    [InlineData("graphql-preflight")]
    [InlineData("cache-control,graphql-cost")]
    [InlineData("apollographql-client-name,apollographql-client-version,apollo-require-preflight,x-apollo-operation-name")]
    [InlineData("x-requested-with")]
    [InlineData("traceparent,tracestate,baggage")]
    public async Task A_page_of_an_allowed_origin_may_send_what_the_gateway_reads(string headers)
    {
        await using var app = await StartAsync(Origin);

        using var response = await app.SendAsync(
            HttpMethod.Options, "/client", ("Origin", Origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", headers));

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe([Origin]);
        var allowed = response.Headers.GetValues("Access-Control-Allow-Headers").Single().ToLowerInvariant().Split(',');
        headers.Split(',').ShouldBeSubsetOf(allowed);
        allowed.ShouldBeUnique();
        response.Headers.Contains("Access-Control-Allow-Credentials").ShouldBeFalse();
    }

    [Fact]
    public async Task The_settings_add_to_what_it_may_send()
    {
        await using var app = await StartAsync(
            ("Cors:AllowedOrigins:0", Origin), ("Cors:AllowedHeaders:0", "X-Tenant"), ("Cors:AllowedHeaders:1", "content-type"));

        using var response = await app.SendAsync(
            HttpMethod.Options, "/client", ("Origin", Origin), ("Access-Control-Request-Method", "POST"),
            ("Access-Control-Request-Headers", "x-tenant"));

        var allowed = response.Headers.GetValues("Access-Control-Allow-Headers").Single().ToLowerInvariant().Split(',');
        allowed.ShouldContain("x-tenant");
        allowed.ShouldContain("authorization");
        allowed.ShouldBeUnique();
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    [InlineData("X Tenant")]
    [InlineData("X-Tenant,X-Other")]
    [InlineData("X-Tenant:")]
    public async Task What_is_no_name_of_a_header_stops_the_start(string header) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(("Cors:AllowedHeaders:0", header)))).Message
            .ShouldContain("Cors:AllowedHeaders");

    [Fact]
    public async Task It_can_read_when_to_ask_again()
    {
        await using var app = await StartAsync(Origin);

        using var response = await app.GetAsync("/client", ("Origin", Origin));

        response.Headers.GetValues("Access-Control-Expose-Headers").ShouldBe(["Retry-After"]);
    }

    [Fact]
    public async Task Its_answers_say_so_and_differ_by_origin()
    {
        await using var app = await StartAsync(Origin, "http://localhost:3000");

        using var response = await app.GetAsync("/client", ("Origin", "http://localhost:3000"));

        response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["http://localhost:3000"]);
        response.Headers.Vary.ShouldContain("Origin");
    }

    [Theory]
    [InlineData("https://evil.example.com")]
    [InlineData("http://dashboard.example.com")]
    [InlineData("https://dashboard.example.com:8443")]
    [InlineData("null")]
    public async Task A_page_of_any_other_origin_may_not(string origin)
    {
        await using var app = await StartAsync(Origin);

        using var response = await app.GetAsync("/client", ("Origin", origin));

        response.Headers.Contains("Access-Control-Allow-Origin").ShouldBeFalse();
    }

    [Theory]
    [InlineData("*")]
    [InlineData("https://*.example.com")]
    [InlineData("dashboard.example.com")]
    [InlineData("https://dashboard.example.com/")]
    [InlineData("https://dashboard.example.com/path")]
    [InlineData("https://dashboard.example.com?x=1")]
    [InlineData("https://user@dashboard.example.com")]
    [InlineData("ftp://dashboard.example.com")]
    [InlineData("")]
    public async Task What_is_no_origin_stops_the_start(string origin) =>
        (await Should.ThrowAsync<OptionsValidationException>(() => StartAsync(Origin, origin))).Message.ShouldContain("Cors:AllowedOrigins");

    private static Task<HostedApp> StartAsync(params string[] origins) =>
        StartAsync([.. origins.Select((origin, i) => ($"Cors:AllowedOrigins:{i}", origin))]);

    private static Task<HostedApp> StartAsync(params (string Key, string Value)[] settings) =>
        HostedApp.StartAsync(
            settings.ToDictionary(setting => setting.Key, setting => (string?)setting.Value),
            services => services.AddCloudflareApi(SpectrumApi.Api).AddCloudflareApi(RadarApi.Api));
}
