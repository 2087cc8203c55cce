using System.IO.Compression;

namespace Gateway.Tests.Hosting;

public sealed class CompressionTests
{
    [Theory]
    [InlineData("br", "br")]
    [InlineData("gzip", "gzip")]
    [InlineData("gzip, br;q=0.5", "gzip")]
    public async Task Answers_are_compressed_as_the_client_asks(string accepted, string expected)
    {
        await using var app = await HostedApp.StartAsync();

        using var response = await app.GetAsync("/large", ("Accept-Encoding", accepted));

        response.Content.Headers.ContentEncoding.ShouldBe([expected]);
        response.Headers.Vary.ShouldContain("Accept-Encoding");
        await using var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        using var reader = new StreamReader(
            expected == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress));
        (await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).ShouldBe(HostedApp.LargeAnswer);
    }

    [Theory]
    [InlineData(1_000, true)]
    [InlineData(30_000, false)]
    public async Task A_list_of_codings_that_is_far_too_long_is_not_read(int length, bool isCompressed)
    {
        await using var app = await HostedApp.StartAsync();

        using var response = await app.GetAsync("/large", ("Accept-Encoding", "br, " + new string('x', length)));

        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        response.Content.Headers.ContentEncoding.ShouldBe(isCompressed ? ["br"] : []);
    }

    [Fact]
    public async Task A_client_that_does_not_ask_gets_them_as_they_are()
    {
        await using var app = await HostedApp.StartAsync();

        using var response = await app.GetAsync("/large");

        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        response.Content.Headers.ContentLength.ShouldBe(HostedApp.LargeAnswer.Length);
    }
}
