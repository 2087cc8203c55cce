using System.Net;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Tests.Ide;

public sealed class IdeEndpointTests : IAsyncLifetime
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private readonly string _files = Directory.CreateTempSubdirectory("ide").FullName;
    private readonly GraphQLServer _server;

    public IdeEndpointTests() => _server = new GraphQLServer(
        o =>
        {
            o.Tool.Directory = _files;
            o.Tool.Title = "Title";
            o.Tool.HttpHeaders = new HeaderDictionary { ["Authorization"] = "Bearer open" };
            o.Tool.Documents = [new GraphQLToolDocument("</script>", "{ a }", """{ "b": 1 }""")];
        },
        prefix: "/base");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Path.Combine(_files, "static"));
        await File.WriteAllTextAsync(Path.Combine(_files, "index.html"), "<head><p>IDE");
        await File.WriteAllTextAsync(Path.Combine(_files, "service-worker.js"), "reload()");
        await File.WriteAllTextAsync(Path.Combine(_files, "LICENSE"), "licence");
        await File.WriteAllTextAsync(Path.Combine(_files, "static", "main.1.js"), "main()");
        await _server.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Directory.Delete(_files, recursive: true);
    }

    [Fact]
    public async Task A_browser_is_sent_to_the_IDE()
    {
        using var response = await _server.GetAsync("graphql", Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        response.Headers.Location!.OriginalString.ShouldBe("/base/graphql/");
        response.Headers.Vary.ShouldContain("Accept");
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30_000)]
    public async Task So_is_one_whose_Accept_header_has_a_part_that_cannot_be_read(int length)
    {
        using var response = await _server.GetAsync("graphql", "text/html, " + new string('x', length));

        response.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Theory]
    [InlineData("graphql/", "text/html; charset=utf-8", "<head><script src=\"documents.js\"></script><p>IDE")]
    [InlineData("graphql/LICENSE", "text/plain; charset=utf-8", "licence")]
    [InlineData("graphql/static/main.1.js", "text/javascript", "main()")]
    public async Task Its_files_are_served_and_may_ask_no_other_host(string uri, string contentType, string content)
    {
        using var response = await _server.GetAsync(uri, Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.MediaType().ShouldBe(contentType);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(content);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("default-src 'self';");
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }

    [Fact]
    public async Task It_is_told_its_endpoint_its_title_and_its_headers_and_to_report_nothing()
    {
        using var response = await _server.GetAsync("graphql/bcp-config.json", "*/*");

        (await response.JsonAsync()).ToJsonString().ShouldBe(
            """{"useBrowserUrlAsEndpoint":true,"disableTelemetry":true,"title":"Title","httpHeaders":{"Authorization":["Bearer open"]}}""");
    }

    [Fact]
    public async Task A_script_before_its_own_has_the_documents_to_open_with()
    {
        using var response = await _server.GetAsync("graphql/documents.js", "*/*");

        response.MediaType().ShouldBe("text/javascript; charset=utf-8");
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n')[0].ShouldBe(
            """
            const ready = {"documents":[{"name":"\u003C/script\u003E","query":"{ a }","variables":"{ \u0022b\u0022: 1 }"}],"headers":[{"name":"Authorization","value":"Bearer open","enabled":true}]};
            """);
    }

    [Fact]
    public async Task It_has_no_service_worker_which_would_reload_it_and_lose_what_was_written()
    {
        using var response = await _server.GetAsync("graphql/service-worker.js", "*/*");

        response.StatusCode.ShouldBe(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task It_shows_no_banner_because_it_takes_the_banner_for_closed()
    {
        using var response = await _server.GetAsync("graphql/", Browser);

        response.Headers.GetValues("Set-Cookie").ShouldBe(
            ["chillicream_bcp_legacy_info_shown=true; Path=/base/graphql/; Max-Age=31536000; SameSite=Lax"]);
    }

    [Theory]
    [InlineData("graphql/missing.js")]
    [InlineData("graphql/../../secret")]
    [InlineData("graphql/%2e%2e/%2e%2e/secret")]
    [InlineData("graphql/..%2f..%2fsecret")]
    public async Task What_is_not_among_its_files_is_not_found(string uri)
    {
        using var response = await _server.GetAsync(uri, Browser);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("graphql?query=%7Ba%7D", Browser)]
    [InlineData("graphql/?query=%7Ba%7D", "*/*")]
    public async Task A_query_is_answered_even_to_a_browser(string uri, string accept)
    {
        using var response = await _server.GetAsync(uri, accept);

        (await response.DataAsync())["document"]!.ToString().ShouldBe("{a}");
    }

    [Fact]
    public async Task Without_its_files_a_page_says_how_to_get_them()
    {
        await using var server = new GraphQLServer(o => o.Tool.Directory = Path.Combine(_files, "none"));
        await server.InitializeAsync();

        using var page = await server.GetAsync("graphql/", Browser);
        using var file = await server.GetAsync("graphql/LICENSE", Browser);

        page.MediaType().ShouldBe("text/html; charset=utf-8");
        (await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("Node.js");
        file.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("graphql", HttpStatusCode.UnprocessableContent)]
    [InlineData("graphql/", HttpStatusCode.UnprocessableContent)]
    [InlineData("graphql/LICENSE", HttpStatusCode.NotFound)]
    [InlineData("graphql/bcp-config.json", HttpStatusCode.NotFound)]
    public async Task It_can_be_switched_off(string uri, HttpStatusCode expected)
    {
        await using var server = new GraphQLServer(o =>
        {
            o.Tool.Directory = _files;
            o.Tool.Enable = false;
        });
        await server.InitializeAsync();

        using var response = await server.GetAsync(uri, Browser);

        response.StatusCode.ShouldBe(expected);
    }
}
