using System.IO.Compression;
using System.Net;
using System.Text;
using Gateway.GraphQL.AspNetCore.Requests;
using Microsoft.AspNetCore.Http;

namespace Gateway.GraphQL.AspNetCore.Tests.Requests;

public sealed class PostTests(GraphQLServer server) : IClassFixture<GraphQLServer>
{
    [Fact]
    public async Task The_engine_gets_all_parameters()
    {
        using var response = await server.PostAsync("""{"query":"query A { a }","operationName":"A","variables":{"x": 1.10}}""");

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.DataAsync()).ToJsonString().ShouldBe(
            """{"document":"query A { a }","operationName":"A","variables":"{\u0022x\u0022: 1.10}","queriesOnly":false,"state":"DefaultHttpContext"}""");
    }

    [Fact]
    public async Task Answers_are_private_and_say_their_length()
    {
        using var response = await server.PostAsync("""{"query":"{ a }"}""");

        response.Headers.CacheControl!.ToString().ShouldBe("no-store, private");
        response.Headers.ETag.ShouldBeNull();
        response.Headers.Vary.ShouldBe(["Accept"]);
        response.Headers.TransferEncodingChunked.ShouldBeNull();
        response.Content.Headers.ContentLength.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("application/json;charset=\"UTF-8\"")]
    [InlineData("application/json; charset=utf8")]
    [InlineData("application/json; profile=x")]
    public async Task JSON_in_UTF8_is_taken(string contentType)
    {
        using var response = await server.PostAsync("""{"query":"{ a }"}""", contentType: contentType);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("text/plain")]
    [InlineData("text/json")]
    [InlineData("application/graphql")]
    [InlineData("application/json, text/plain")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task Any_other_content_type_is_refused(string? contentType)
    {
        using var response = await server.PostAsync("""{"query":"{ a }"}""", contentType: contentType);

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await response.MessageAsync()).ShouldContain("application/json");
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("x-gzip", true)]
    [InlineData("GZIP, identity", true)]
    [InlineData("identity", false)]
    [InlineData("", false)]
    public async Task A_body_may_be_compressed(string coding, bool isCompressed)
    {
        using var response = await PostCodedAsync(coding, isCompressed ? Gzip("""{"query":"{ a }"}"""u8) : """{"query":"{ a }"}"""u8.ToArray());

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        ((string?)(await response.DataAsync())["document"]).ShouldBe("{ a }");
    }

    [Theory]
    [InlineData("br")]
    [InlineData("deflate")]
    [InlineData("gzip, gzip")]
    [InlineData("gzip, br")]
    public async Task Other_codings_are_refused_with_the_ones_there_are(string coding)
    {
        using var response = await PostCodedAsync(coding, Gzip("""{"query":"{ a }"}"""u8));

        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        response.Headers.GetValues("Accept-Encoding").ShouldBe(["gzip"]);
        (await response.MessageAsync()).ShouldContain("`gzip`");
    }

    [Theory]
    [InlineData(1000, HttpStatusCode.OK)]
    [InlineData(1001, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(500_000, HttpStatusCode.RequestEntityTooLarge)]
    public async Task A_compressed_body_may_be_as_large_as_any_other(int size, HttpStatusCode expected)
    {
        using var response = await PostCodedAsync("gzip", Gzip(Encoding.UTF8.GetBytes(Body(size))));

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public void Of_a_bomb_no_more_than_the_limit_is_unpacked()
    {
        // 64 MiB in 64 KiB.
        var bomb = Gzip(new byte[64 << 20]);
        Read();
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Read();
        (GC.GetTotalAllocatedBytes(precise: true) - before).ShouldBeLessThan(1 << 20);

        void Read()
        {
            var context = new DefaultHttpContext { Request = { Body = new MemoryStream(bomb) } };
            using var body = RequestBody.ReadAsync(context.Request, 256 * 1024, isCompressed: true, CancellationToken.None)
                .AsTask().GetAwaiter().GetResult();
            body.Fault.ShouldBe(RequestFault.TooLarge(256 * 1024));
        }
    }

    [Fact]
    public async Task What_only_says_that_it_is_compressed_is_refused()
    {
        byte[] plain = [.. """{"query":"{ a }"}"""u8];
        var whole = Gzip(plain);
        byte[][] bodies =
        [
            // In the header, in the data, in the checksum, in the length, and one byte too early.
            .. new[] { 3, 10, whole.Length - 10, whole.Length - 8, whole.Length - 4, whole.Length - 1 }.Select(length => whole[..length]),
            plain,
            [.. whole, .. "more"u8],
            [.. whole, .. Gzip(" "u8)[..^1]],
            [.. whole[..^8], 0, 0, 0, 0, .. whole[^4..]],
            [.. whole[..^1], 1],
        ];
        foreach (var body in bodies)
        {
            using var response = await PostCodedAsync("gzip", body);

            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            (await response.MessageAsync()).ShouldContain("gzip");
        }
    }

    [Fact]
    public async Task A_compressed_body_may_have_several_members()
    {
        using var response = await PostCodedAsync("gzip", [.. Gzip("{\"query\":"u8), .. Gzip(""u8), .. Gzip("\"{ a }\"}"u8)]);

        ((string?)(await response.DataAsync())["document"]).ShouldBe("{ a }");
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task A_body_may_be_as_large_as_the_limit(int size, bool taken)
    {
        using var response = await server.PostAsync(Body(size));

        response.StatusCode.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge);
        (taken || await response.CodeAsync() == "HC0010").ShouldBeTrue();
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    [InlineData(100_000, false)]
    public async Task A_body_that_does_not_say_its_length_is_measured(int size, bool taken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
        {
            Content = new StringContent(Body(size), Encoding.UTF8, "application/json"),
            Headers = { TransferEncodingChunked = true },
        };

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(taken ? HttpStatusCode.OK : HttpStatusCode.RequestEntityTooLarge);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData(GraphQLServer.GraphQLResponse)]
    public async Task What_is_not_well_formed_is_refused_in_either_media_type(string accept)
    {
        using var response = await server.PostAsync("{", accept);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.MediaType().ShouldBe(GraphQLServer.GraphQLResponse + "; charset=utf-8");
        (await response.CodeAsync()).ShouldBe("HC0011");
    }

    [Fact(Timeout = 30_000)]
    public async Task A_client_that_goes_away_cancels_its_request()
    {
        using var gone = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ slow }"}""", Encoding.UTF8, "application/json");
        var request = server.Client.PostAsync("graphql", content, gone.Token);
        await server.Executor.SlowStarted.Task.WaitAsync(TestContext.Current.CancellationToken);

        await gone.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(request);
        await server.Executor.SlowCancelled.Task.WaitAsync(TestContext.Current.CancellationToken);
    }

    private static byte[] Gzip(ReadOnlySpan<byte> body)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.SmallestSize))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    private Task<HttpResponseMessage> PostCodedAsync(string coding, byte[] body)
    {
        var content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        content.Headers.TryAddWithoutValidation("Content-Encoding", coding);
        return server.SendAsync(HttpMethod.Post, "graphql", content: content);
    }

    private static string Body(int size)
    {
        const string Start = """{"query":"{ a }","x":" """;
        const string End = "\"}";
        return Start + new string('x', size - Start.Length - End.Length) + End;
    }
}
