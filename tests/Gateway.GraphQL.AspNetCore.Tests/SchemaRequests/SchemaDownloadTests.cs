using System.Net;

namespace Gateway.GraphQL.AspNetCore.Tests.SchemaRequests;

public sealed class SchemaDownloadTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Theory]
    [InlineData("graphql?sdl")]
    [InlineData("graphql/?sdl=")]
    [InlineData("graphql/schema.graphql")]
    public async Task The_schema_can_be_downloaded_and_cached(string uri)
    {
        using var response = await server.GetAsync(uri);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe(StubExecutor.Schema);
        response.MediaType().ShouldBe("application/graphql; charset=utf-8");
        response.Content.Headers.ContentDisposition!.ToString().ShouldBe("attachment; filename=\"schema.graphql\"");
        response.Headers.CacheControl!.ToString().ShouldBe("public, must-revalidate, max-age=3600");
        response.Headers.ETag.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_client_that_has_the_schema_does_not_get_it_again()
    {
        using var first = await server.GetAsync("graphql?sdl");
        foreach (var (known, status) in new[]
        {
            (first.Headers.ETag!.ToString(), HttpStatusCode.NotModified),
            (first.Headers.ETag.Tag, HttpStatusCode.NotModified),
            ("\"x\", " + first.Headers.ETag, HttpStatusCode.NotModified),
            ("*", HttpStatusCode.NotModified),
            ("\"x\"", HttpStatusCode.OK),
        })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?sdl");
            request.Headers.TryAddWithoutValidation("If-None-Match", known);

            using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

            response.StatusCode.ShouldBe(status, known);
        }
    }

    [Theory]
    [InlineData("graphql?sdl", HttpStatusCode.UnprocessableContent)]
    [InlineData("graphql/schema.graphql", HttpStatusCode.NotFound)]
    public async Task It_can_be_switched_off(string uri, HttpStatusCode expected)
    {
        await using var closed = new GraphQLServer(o => o.EnableSchemaRequests = false);
        await closed.InitializeAsync();

        using var response = await closed.GetAsync(uri);

        response.StatusCode.ShouldBe(expected);
    }
}
