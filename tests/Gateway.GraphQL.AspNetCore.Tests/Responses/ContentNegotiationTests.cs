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
    [InlineData("*")]
    [InlineData("application/json,,;")]
    public async Task An_Accept_header_that_cannot_be_parsed_is_refused(string accept)
    {
        using var response = await server.PostAsync("""{"query":"{ bug }"}""", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.CodeAsync()).ShouldBe("HC0064");
    }

    [Theory]
    [InlineData("a/b,")]
    [InlineData("a/b;x=\"1\",")]
    [InlineData("application/json;q=0.1,")]
    public void A_long_Accept_header_allocates_in_proportion_to_its_length(string range)
    {
        Allocated(100);
        var (half, whole) = (Allocated(15_000), Allocated(30_000));

        ((double)whole / half).ShouldBeInRange(1.8, 2.2);
        whole.ShouldBeLessThan(60 * 30_000);

        long Allocated(int length)
        {
            var accept = string.Concat(Enumerable.Repeat(range, length / range.Length)) + "*/*";
            var before = GC.GetAllocatedBytesForCurrentThread();
            AcceptHeader.Negotiate(accept, ResponseMediaType.Json, out _).ShouldBeNull();
            AcceptHeader.AsksForPage(accept).ShouldBeFalse();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("{ a }", Json, HttpStatusCode.OK)]
    [InlineData("{ a }", GraphQL, HttpStatusCode.OK)]
    [InlineData("{ invalid }", Json, HttpStatusCode.OK)]
    [InlineData("{ invalid }", GraphQL, HttpStatusCode.BadRequest)]
    public async Task Only_the_newer_type_tells_a_request_error_by_its_status(string document, string accept, HttpStatusCode expected)
    {
        using var response = await server.PostAsync($$"""{"query":"{{document}}"}""", accept);

        response.StatusCode.ShouldBe(expected);
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
