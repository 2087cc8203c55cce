using System.Net;

namespace Gateway.GraphQL.AspNetCore.Tests.Requests;

public sealed class GetTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task The_engine_gets_all_parameters_and_is_told_to_run_queries_only()
    {
        using var response = await server.GetAsync(
            "graphql?query=query%20A+%7B%20a%20%7D&operationName=A&variables=%7B%22x%22%3A1%7D&extensions=%7B%7D&unknown=1&unknown=2");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.DataAsync()).ToJsonString().ShouldBe(
            """{"document":"query A { a }","operationName":"A","variables":"{\u0022x\u0022:1}","queriesOnly":true,"state":"DefaultHttpContext"}""");
    }

    [Theory]
    [InlineData("query=%7Ba%7D&operationName=&variables=&extensions=")]
    [InlineData("query=%7Ba%7D&variables=null&extensions=null")]
    public async Task Empty_and_null_parameters_are_left_out(string parameters)
    {
        using var response = await server.GetAsync("graphql?" + parameters);

        var data = await response.DataAsync();
        data["operationName"].ShouldBeNull();
        data["variables"].ShouldBeNull();
    }

    [Theory]
    [InlineData("", "HC0013", 422)]
    [InlineData("query=", "HC0013", 422)]
    [InlineData("Query=%7Ba%7D", "HC0013", 422)]
    [InlineData("operationName=A", "HC0013", 422)]
    [InlineData("query=%7Ba%7D&query=%7Ba%7D", "HC0009", 422)]
    [InlineData("query=%7Ba%7D&operationName=A&operationName=B", "HC0009", 422)]
    [InlineData("query=%7Ba%7D&variables=%7B%7D&variables=%7B%7D", "HC0009", 422)]
    [InlineData("query=%7Ba%7D&variables=%7B", "HC0011", 400)]
    [InlineData("query=%7Ba%7D&variables=%7B%7Dx", "HC0011", 400)]
    [InlineData("query=%7Ba%7D&variables=%5B%5D", "HC0011", 422)]
    [InlineData("query=%7Ba%7D&variables=1", "HC0011", 422)]
    [InlineData("query=%7Ba%7D&extensions=%22x%22", "HC0011", 422)]
    [InlineData("id=a&id=b", "HC0009", 422)]
    [InlineData("id=a&documentId=a", "HC0009", 422)]
    [InlineData("extensions=%7B%22persistedQuery%22%3A%7B%7D%7D", "HC0011", 422)]
    [InlineData("extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22%5Cud83d%22%7D%7D", "HC0011", 400)]
    public async Task What_is_no_request_is_refused(string parameters, string code, int status)
    {
        using var response = await server.GetAsync("graphql?" + parameters, "application/json");

        ((int)response.StatusCode).ShouldBe(status);
        (await response.CodeAsync()).ShouldBe(code);
    }

    [Theory]
    [InlineData("query=%7Ba%7D&QUERY=%7Bb%7D&OperationName=B")]
    [InlineData("query=%7Ba%7D&OPERATIONNAME=B&operationname=C")]
    public async Task Names_are_case_sensitive(string parameters)
    {
        using var response = await server.GetAsync("graphql?" + parameters);

        var data = await response.DataAsync();
        ((string?)data["document"]).ShouldBe("{a}");
        data["operationName"].ShouldBeNull();
    }

    [Theory]
    [InlineData("id=abc", "id", "abc")]
    [InlineData("documentId=abc", "id", "abc")]
    [InlineData("doc_id=abc", "id", "abc")]
    [InlineData("id=&documentId=abc&doc_id=", "id", "abc")]
    [InlineData("extensions=%7B%22persistedQuery%22%3A%7B%22version%22%3A1%2C%22sha256Hash%22%3A%22ff%22%7D%7D", "hash", "ff")]
    public async Task Documents_that_the_server_has_are_asked_for_by_id_or_hash_even_by_a_browser(string parameters, string name, string value)
    {
        using var response = await server.GetAsync("graphql?" + parameters, "text/html, */*;q=0.8");

        ((string?)(await response.DataAsync())[name]).ShouldBe(value);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(GraphQLServer.GraphQLResponse)]
    public async Task What_may_not_run_by_GET_is_sent_to_POST(string accept)
    {
        using var response = await server.GetAsync("graphql?query=mutation%20%7B%20m%20%7D", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        (await response.MessageAsync()).ShouldBe("not by GET");
    }

    [Fact]
    public async Task HEAD_is_GET_without_its_body()
    {
        using var get = await server.GetAsync("graphql?query=%7Ba%7D");
        using var head = await server.SendAsync(HttpMethod.Head, "graphql?query=%7Ba%7D");

        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentLength.ShouldBe(get.Content.Headers.ContentLength);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("QUERY")]
    public async Task Other_methods_are_told_which_there_are(string method)
    {
        using var response = await server.SendAsync(new HttpMethod(method), "graphql?query=%7Ba%7D");

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD", "POST"]);
        (await response.MessageAsync()).ShouldContain("Allow");
    }

    [Fact]
    public async Task GET_can_be_switched_off()
    {
        await using var postOnly = new GraphQLServer(o => o.EnableGetRequests = false);
        await postOnly.InitializeAsync();

        using var get = await postOnly.GetAsync("graphql?query=%7Ba%7D");
        using var post = await postOnly.PostAsync("""{"query":"{ a }"}""");

        get.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        get.Content.Headers.Allow.ShouldBe(["POST"]);
        post.StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
