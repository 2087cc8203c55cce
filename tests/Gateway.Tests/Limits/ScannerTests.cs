using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>Other requests of security scanners for GraphQL, with Production's settings.</summary>
public sealed class ScannerTests(ProductionApp app) : IClassFixture<ProductionApp>
{
    private const string Query = """{"query":"{ __typename }"}""";

    [Theory]
    [InlineData(1)]
    [InlineData(10)]
    public async Task Lists_of_requests_are_refused(int size)
    {
        var answer = await app.SendAsync(HttpMethod.Post, "", $"[{string.Join(',', Enumerable.Repeat(Query, size))}]");
        answer.Status.ShouldBe(422);
        answer.Code.ShouldBe("HC0009");
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", "query=%7B__typename%7D")]
    [InlineData("text/plain", Query)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"query\"\r\n\r\n{__typename}\r\n--x--\r\n")]
    public async Task What_a_page_can_send_without_asking_is_refused(string contentType, string body) =>
        (await app.SendAsync(HttpMethod.Post, "", body, contentType)).Status.ShouldBe(415);

    [Fact]
    public async Task A_query_by_get_runs_since_credentials_are_never_ambient() =>
        (await app.SendAsync(HttpMethod.Get, "?query=%7B__typename%7D")).Json.Data().Compact().ShouldBe("""{"__typename":"Query"}""");

    [Theory]
    [InlineData("mutation%20%7B%20__typename%20%7D")]
    [InlineData("mutation%20M%20%7B%20a%20%7D")]
    [InlineData("subscription%20%7B%20a%20%7D")]
    public async Task Nothing_but_a_query_runs_by_get(string document)
    {
        var answer = await app.SendAsync(HttpMethod.Get, $"?query={document}");
        answer.Status.ShouldBe(405);
        answer.Json["data"].ShouldBeNull();
    }

    [Fact]
    public async Task A_browser_gets_no_ide()
    {
        var answer = await app.SendAsync(HttpMethod.Get, "", accept: "text/html,*/*;q=0.8");
        answer.Status.ShouldBe(422);
        answer.MediaType.ShouldBe("application/graphql-response+json");
    }

    [Theory]
    [InlineData("?sdl")]
    [InlineData("graphql/schema.graphql")]
    [InlineData("graphql/index.html")]
    public async Task Nobody_downloads_the_schema_or_the_ide(string path)
    {
        var answer = await app.SendAsync(HttpMethod.Get, path);
        answer.Status.ShouldBeOneOf(422, 404);
        answer.Text.ShouldNotContain("type Query");
    }

    [Theory]
    [InlineData("{ spectrumBytim }")]
    [InlineData("{ ctTimeseries(aggInterva: ONE_DAY) { csv } }")]
    [InlineData("{ ctTimeseries(aggInterval: ONE_DA) { csv } }")]
    [InlineData("{ ctTimeseries(series: { nam: 1 }) { csv } }")]
    [InlineData("{ ... on Quer { a } }")]
    [InlineData("{ __typename @skp }")]
    public async Task Messages_suggest_nothing(string document)
    {
        var answer = await app.PostAsync(document);
        answer.Status.ShouldBe(422);
        answer.Text.ShouldNotContain("Did you mean");
    }

    [Fact]
    public async Task Answers_carry_no_traces_and_no_exceptions()
    {
        (await app.PostAsync("{ __typename }")).Json["extensions"].ShouldBeNull();
        (await app.PostAsync("{ nothing }")).Text.ShouldNotContain("exception");
    }
}
