using System.Net;
using Gateway.Explore;
using Gateway.Hosting;
using Gateway.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.Explore;

public sealed class ExploreEndpointTests : IDisposable
{
    private readonly string _files = Directory.CreateTempSubdirectory("explore").FullName;

    public ExploreEndpointTests()
    {
        Directory.CreateDirectory(Path.Combine(_files, "uplot"));
        File.WriteAllText(Path.Combine(_files, "index.html"), "<p>Explore");
        File.WriteAllText(Path.Combine(_files, "app.js"), "start()");
        File.WriteAllText(Path.Combine(_files, "uplot", "uPlot.iife.min.js"), "draw()");
    }

    public void Dispose() => Directory.Delete(_files, recursive: true);

    [Theory]
    [InlineData("Development", null, HttpStatusCode.OK)]
    [InlineData("Development", "false", HttpStatusCode.NotFound)]
    [InlineData("Staging", null, HttpStatusCode.NotFound)]
    [InlineData("Production", null, HttpStatusCode.NotFound)]
    [InlineData("Production", "true", HttpStatusCode.OK)]
    public async Task The_page_is_there_in_Development_and_where_a_setting_says_so(string environment, string? setting, HttpStatusCode expected)
    {
        await using var app = await StartAsync(environment, ("GraphQL:Explore", setting));

        (await GetAsync(app, "")).StatusCode.ShouldBe(expected);
        (await GetAsync(app, "explore/app.js")).StatusCode.ShouldBe(expected);
        (await GetAsync(app, "explore/config.json")).StatusCode.ShouldBe(expected);
    }

    [Theory]
    [InlineData("", "text/html", "<p>Explore")]
    [InlineData("explore/app.js", "text/javascript", "start()")]
    [InlineData("explore/uplot/uPlot.iife.min.js", "text/javascript", "draw()")]
    public async Task Its_files_may_run_no_inline_script_and_ask_no_other_host(string uri, string contentType, string content)
    {
        await using var app = await StartAsync("Development");

        using var response = await GetAsync(app, uri);

        response.Content.Headers.ContentType!.MediaType.ShouldBe(contentType);
        (await TextAsync(response)).ShouldBe(content);
        response.Headers.GetValues("Content-Security-Policy").ShouldBe(
        [
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        ]);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        response.Headers.GetValues("Referrer-Policy").ShouldBe(["no-referrer"]);
        response.Headers.CacheControl!.NoCache.ShouldBeTrue();
    }

    [Theory]
    [InlineData("explore/missing.js")]
    [InlineData("explore/../appsettings.json")]
    [InlineData("explore/%2e%2e/appsettings.json")]
    [InlineData("explore/..%2fappsettings.json")]
    public async Task What_is_not_among_its_files_is_not_found(string uri)
    {
        await using var app = await StartAsync("Development");

        (await GetAsync(app, uri)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_told_the_sandboxs_token_and_a_zone_where_the_sandbox_runs()
    {
        await using var app = await StartAsync("Development", ("Cloudflare:BaseUrl", "sandbox"));

        (await TextAsync(await GetAsync(app, "explore/config.json"))).ShouldBe(
            $$$"""{"ide":true,"schema":true,"sandbox":{"token":"{{{SandboxCredentials.Everything}}}","zone":"023e105f4ecef8ad9ca31a8372d0c353"}}""");
    }

    [Fact]
    public async Task Else_it_is_told_no_token()
    {
        await using var app = await StartAsync("Production", ("GraphQL:Explore", "true"));

        (await TextAsync(await GetAsync(app, "explore/config.json"))).ShouldBe("""{"ide":false,"schema":false}""");
    }

    [Fact]
    public async Task Below_a_prefix_its_address_ends_in_a_slash_because_its_links_are_relative()
    {
        await using var app = await StartAsync("Development", ("Hosting:PathBase", "/base"));

        using var response = await GetAsync(app, "base");

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/base/");
        (await TextAsync(await GetAsync(app, "base/"))).ShouldBe("<p>Explore");
        (await TextAsync(await GetAsync(app, "base/explore/app.js"))).ShouldBe("start()");
    }

    [Fact]
    public async Task Without_the_chart_library_a_page_says_how_to_get_it()
    {
        File.Delete(Path.Combine(_files, "uplot", "uPlot.iife.min.js"));
        await using var app = await StartAsync("Development");

        using var response = await GetAsync(app, "");

        response.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        var text = await TextAsync(response);
        text.ShouldContain("Install Node.js");
        text.ShouldNotContain("<script");
        text.ShouldNotContain("style=");
    }

    [Fact]
    public async Task So_it_does_in_a_build_that_left_the_page_out()
    {
        Directory.Delete(_files, recursive: true);
        await using var app = await StartAsync("Development");
        Directory.CreateDirectory(_files);

        (await TextAsync(await GetAsync(app, ""))).ShouldContain("Install Node.js");
        (await GetAsync(app, "explore/app.js")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<WebApplication> StartAsync(string environment, params (string Key, string? Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
        [
            new("urls", "http://127.0.0.1:0"),
            new("Cloudflare:BaseUrl", "https://api.cloudflare.com/client/v4"),
        ]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, setting.Value)));
        var sandbox = await builder.StartSandboxAsync();
        builder.AddHosting();
        var app = builder.Build();
        app.UseHosting();
        app.MapExplore(_files);
        if (sandbox is not null)
        {
            app.Lifetime.ApplicationStopped.Register(() => _ = sandbox.DisposeAsync().AsTask());
        }

        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }

    private static async Task<HttpResponseMessage> GetAsync(WebApplication app, string uri)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        return await client.GetAsync(uri, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) =>
        response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
