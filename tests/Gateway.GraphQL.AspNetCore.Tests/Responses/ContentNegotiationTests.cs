using System.Net;
using Gateway.GraphQL.AspNetCore.Responses;
using Microsoft.Extensions.DependencyInjection;

namespace Gateway.GraphQL.AspNetCore.Tests.Responses;

public sealed class ContentNegotiationTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    private const string Json = "application/json";
    private const string GraphQL = GraphQLServer.GraphQLResponse;

    [Theory]
    [InlineData(null, GraphQL)]
    [InlineData("", GraphQL)]
    [InlineData("*/*", GraphQL)]
    [InlineData("application/*", GraphQL)]
    [InlineData("application/json", Json)]
    [InlineData("APPLICATION/JSON", Json)]
    [InlineData("application/json; charset=utf-8", Json)]
    [InlineData("application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json; charset=\"UTF-8\"", GraphQL)]
    [InlineData("application/json, application/graphql-response+json", GraphQL)]
    [InlineData("application/graphql-response+json;q=0.9, application/json", Json)]
    [InlineData("application/json;q=0.4, application/graphql-response+json;q=0.5", GraphQL)]
    [InlineData("application/json;q=0.5, application/graphql-response+json;q=0.4", Json)]
    [InlineData("application/json;q=0, */*", GraphQL)]
    [InlineData("application/graphql-response+json;q=0, application/*", Json)]
    [InlineData("application/json, text/plain, */*", Json)]
    [InlineData("application/json;q=0.1, application/*;q=0.9, */*", GraphQL)]
    [InlineData("application/*;q=0, */*;q=0.1, application/json;q=0.01", Json)]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", GraphQL)]
    [InlineData("application/json;charset=iso-8859-1, application/graphql-response+json;q=0.1", GraphQL)]
    public async Task The_type_that_the_client_likes_best_is_answered_in(string? accept, string expected)
    {
        using var response = await server.PostAsync("""{"query":"{ a }"}""", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.MediaType().ShouldBe(expected + "; charset=utf-8");
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("image/png, application/xml;q=0.5")]
    [InlineData("application/json;q=0")]
    [InlineData("*/*;q=0")]
    [InlineData("application/graphql+json")]
    [InlineData("application/json;charset=iso-8859-1")]
    public async Task Where_nothing_fits_the_request_does_not_run(string accept)
    {
        using var response = await server.PostAsync("""{"query":"{ bug }"}""", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        response.MediaType().ShouldBe(GraphQL + "; charset=utf-8");
        (await response.CodeAsync()).ShouldBe("HC0063");
    }

    [Theory]
    [InlineData("garbage")]
    [InlineData("application/json;q=2")]
    [InlineData("application/json;q")]
    [InlineData("application/json;charset=\"utf-8")]
    [InlineData("application/json x")]
    public async Task Where_nothing_can_be_read_nothing_fits(string accept)
    {
        using var response = await server.PostAsync("""{"query":"{ bug }"}""", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
        (await response.CodeAsync()).ShouldBe("HC0063");
    }

    [Theory]
    [InlineData("garbage, application/json", Json)]
    [InlineData("application/json,,;", Json)]
    [InlineData(", ,application/json ;, q=1", Json)]
    [InlineData("application/json;q=x, application/graphql-response+json;q=0.1", GraphQL)]
    [InlineData("text/html;x=\", application/json;\", application/*;q=0.2", GraphQL)]
    [InlineData("text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", GraphQL)]
    [InlineData(" , ,, ", GraphQL)]
    [InlineData("application/json;charset=utf8", Json)]
    [InlineData("application/json; q=1.000 ;x=y;, application/graphql-response+json;q=.9", Json)]
    public async Task What_cannot_be_read_is_disregarded_beside_what_can(string accept, string expected)
    {
        using var response = await server.PostAsync("""{"query":"{ a }"}""", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.MediaType().ShouldBe(expected + "; charset=utf-8");
    }

    [Fact]
    public async Task Several_Accept_headers_are_one_list()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "graphql?query=%7Ba%7D");
        request.Headers.TryAddWithoutValidation("Accept", ["text/html", "application/json"]);

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.MediaType().ShouldBe(Json + "; charset=utf-8");
    }

    [Theory]
    [InlineData("a/b,")]
    [InlineData("a/b;x=\"1\",")]
    [InlineData("application/json;q=0.1,")]
    public void A_long_Accept_header_allocates_nothing(string range)
    {
        var accept = string.Concat(Enumerable.Repeat(range, 30_000 / range.Length)) + "*/*";
        AcceptHeader.Negotiate(accept, ResponseMediaType.Json, out _).ShouldBeNull();
        AcceptHeader.AsksForPage(accept).ShouldBeFalse();

        // The least of several: the runtime itself may allocate once, such as when it compiles a method again.
        Enumerable.Range(0, 5).Min(_ => Allocated()).ShouldBe(0);

        long Allocated()
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            AcceptHeader.Negotiate(accept, ResponseMediaType.Json, out var _);
            AcceptHeader.AsksForPage(accept);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/graphql-response+json, */*", GraphQL)]
    public async Task The_legacy_transport_answers_in_JSON_where_the_client_has_no_preference(string? accept, string expected)
    {
        await using var legacy = new GraphQLServer(
            _ => { },
            s => s.AddHttpResponseFormatter(new HttpResponseFormatterOptions { HttpTransportVersion = HttpTransportVersion.Legacy }));
        await legacy.InitializeAsync();

        using var response = await legacy.PostAsync("""{"query":"{ a }"}""", accept);

        response.MediaType().ShouldBe(expected + "; charset=utf-8");
    }
}
