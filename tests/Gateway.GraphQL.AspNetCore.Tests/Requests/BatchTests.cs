using System.Net;

namespace Gateway.GraphQL.AspNetCore.Tests.Requests;

public sealed class BatchTests(BatchTests.BatchingServer batching, GraphQLServer server)
    : IClassFixture<BatchTests.BatchingServer>, IClassFixture<GraphQLServer>
{
    private const string Two = """[{"query":"{ a }"},{"query":"{ invalid }"}]""";

    [Theory]
    [InlineData(Two)]
    [InlineData(""" [ {"query":"{ a }"} ]""")]
    [InlineData("\uFEFF[]")]
    public async Task Lists_of_requests_are_refused_unless_they_are_switched_on(string body)
    {
        using var response = await server.PostAsync(body);

        response.StatusCode.ShouldBe(HttpStatusCode.UnprocessableContent);
        (await response.CodeAsync()).ShouldBe("HC0009");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(GraphQLServer.GraphQLResponse)]
    public async Task Each_request_has_its_answer_at_its_place_in_JSON(string accept)
    {
        using var response = await batching.Server.PostAsync(Two, accept);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.MediaType().ShouldBe("application/json; charset=utf-8");
        var answers = (await response.JsonAsync()).AsArray();
        answers.Count.ShouldBe(2);
        ((string)answers[0]!["data"]!["document"]!).ShouldBe("{ a }");
        ((string)answers[1]!["errors"]![0]!["message"]!).ShouldBe("invalid");
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task A_batch_may_be_as_large_as_the_limit(int size, bool taken)
    {
        using var response = await batching.Server.PostAsync($"[{string.Join(',', Enumerable.Repeat("""{"query":"{ a }"}""", size))}]");

        response.StatusCode.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.UnprocessableContent);
    }

    [Theory]
    [InlineData("[]", "HC0009", 422)]
    [InlineData("[1]", "HC0011", 422)]
    [InlineData("[null]", "HC0011", 422)]
    [InlineData("[[]]", "HC0011", 422)]
    [InlineData("""[{"query":"{ a }"}""", "HC0011", 400)]
    [InlineData("""[{"query":"{ a }"}] x""", "HC0011", 400)]
    [InlineData("""[{"query":"{ a }"},{}]""", "HC0013", 422)]
    [InlineData("""[{"query":"\ud83d"}]""", "HC0011", 400)]
    public async Task A_batch_with_something_that_is_no_request_is_refused_as_a_whole(string body, string code, int status)
    {
        using var response = await batching.Server.PostAsync(body);

        ((int)response.StatusCode).ShouldBe(status);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1025)]
    public void Sizes_beyond_the_bounds_are_refused(int size) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new GraphQLServerOptions { MaxBatchSize = size });

    public sealed class BatchingServer : IAsyncLifetime
    {
        internal GraphQLServer Server { get; } = new(options => (options.Batching, options.MaxBatchSize) = (AllowedBatching.RequestBatching, 3));

        public ValueTask InitializeAsync() => Server.InitializeAsync();

        public ValueTask DisposeAsync() => Server.DisposeAsync();
    }
}
