using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary>The ways to send a request, and the forms of its response, with the gateway's own fields.</summary>
public sealed class TransportTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Query = "query Certificates($log: [String!]) { ctTimeseries(log: $log) { series { name } } }";

    [Fact]
    public async Task By_GET_and_by_POST_the_answer_is_the_same()
    {
        using var get = await SendAsync(HttpMethod.Get, $"?query={Uri.EscapeDataString(Query)}&variables={Uri.EscapeDataString("{\"log\":[\"argon2026h1\"]}")}");
        using var post = await SendAsync(HttpMethod.Post, "", $$"""{"query":"{{Query}}","variables":{"log":["argon2026h1"]},"operationName":"Certificates"}""");

        get.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await TextAsync(get)).ShouldStartWith("{\"data\":{\"ctTimeseries\"");
        (await TextAsync(post)).ShouldBe(await TextAsync(get));
    }

    [Theory]
    [InlineData("application/graphql-response+json", 422, "application/graphql-response+json")]
    [InlineData("application/json", 422, "application/graphql-response+json")]
    [InlineData("application/json;q=0.5, application/graphql-response+json", 422, "application/graphql-response+json")]
    [InlineData("text/html", 406, null)]
    public async Task The_response_has_the_form_that_is_accepted(string accept, int status, string? mediaType)
    {
        using var response = await SendAsync(HttpMethod.Post, "", """{"query":"{ nothing }"}""", ("Accept", accept));

        ((int)response.StatusCode).ShouldBe(status);
        if (mediaType is not null)
        {
            response.Content.Headers.ContentType!.MediaType.ShouldBe(mediaType);
        }
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_long_answer_is_compressed(string encoding)
    {
        using var response = await SendAsync(HttpMethod.Post, "", """{"query":"{ ctTimeseries(dateRange: \"52w\", aggInterval: ONE_DAY) { csv } }"}""", ("Accept-Encoding", encoding));

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.ShouldBe([encoding]);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpMethod method, string query, string? body = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, query);
        request.Headers.Add("Authorization", $"Bearer {SandboxCredentials.Everything}");
        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await app.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static Task<string> TextAsync(HttpResponseMessage response) => response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
}
