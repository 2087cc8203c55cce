using System.IO.Compression;
using System.Net;
using System.Text.Json;

namespace Gateway.Sandbox.Tests.Http;

public sealed class EdgeTests(SharedSandbox sandbox)
{
    [Theory]
    [InlineData("")]
    [InlineData("023e105f4ecef8ad9ca31a8372d0c35")]
    [InlineData("023e105f4ecef8ad9ca31a8372d0c3533")]
    [InlineData("023E105F4ECEF8AD9CA31A8372D0C353")]
    [InlineData("023e105f4ecef8ad9ca31a8372d0c35g")]
    [InlineData("..%2F..%2F8ad9ca31a8372d0c353aaaa")]
    public async Task A_malformed_zone_is_404_with_7003(string zone) =>
        await ShouldHaveNoRoute(SandboxClient.BytimePath(zone) + "?time_delta=hour");

    [Theory]
    [InlineData("_stainless_unknown_path")]
    [InlineData("radar/ct/timeseries/")]
    [InlineData("radar/CT/timeseries")]
    [InlineData("zones/023e105f4ecef8ad9ca31a8372d0c353/spectrum/analytics/events/elsewhere")]
    public async Task An_unknown_path_is_404_with_7003(string path) => await ShouldHaveNoRoute(path);

    [Fact]
    public async Task Another_method_is_405_with_7001()
    {
        using var request = sandbox.Client.Request(SandboxClient.CtPath);
        request.Method = HttpMethod.Post;
        using var response = await sandbox.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET"]);
        (await SandboxClient.ReadJsonAsync(response)).GetProperty("errors")[0].GetProperty("code").GetInt32().ShouldBe(7001);
    }

    [Theory]
    [InlineData(SandboxClient.CtPath, SandboxCredentials.Everything)]
    [InlineData(SandboxClient.CtPath + "?format=CSV", SandboxCredentials.Everything)]
    [InlineData(SandboxClient.CtPath + "?format=XML", SandboxCredentials.Everything)]
    [InlineData(SandboxClient.CtPath, SandboxCredentials.BadGatewayHtml)]
    [InlineData(SandboxClient.CtPath, null)]
    [InlineData("nowhere", SandboxCredentials.Everything)]
    public async Task Every_answer_has_a_ray_and_the_state_of_the_rate_limit(string path, string? token)
    {
        using var first = await sandbox.Client.GetAsync(path, token);
        using var second = await sandbox.Client.GetAsync(path, token);
        first.Headers.GetValues("cf-ray").Single().ShouldMatch("^[0-9a-f]{16}-[A-Z]{3}$");
        first.Headers.GetValues("cf-ray").ShouldNotBe(second.Headers.GetValues("cf-ray"));
        first.Headers.GetValues("Ratelimit").Single().ShouldMatch("^\"default\";r=[0-9]+;t=[0-9]+$");
        first.Headers.GetValues("Ratelimit-Policy").Single().ShouldMatch("^\"default\";q=[0-9]+;w=[0-9]+$");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task An_answer_is_compressed_when_asked(string coding)
    {
        using var request = sandbox.Client.Request(SandboxClient.CtPath + "?dateRange=7d");
        request.Headers.Add("Accept-Encoding", coding);
        using var response = await sandbox.Client.SendAsync(request);
        response.Content.Headers.ContentEncoding.ShouldBe([coding]);
        var body = await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using Stream plain = coding == "br" ? new BrotliStream(body, CompressionMode.Decompress) : new GZipStream(body, CompressionMode.Decompress);
        using var document = await JsonDocument.ParseAsync(plain, default, TestContext.Current.CancellationToken);
        document.RootElement.GetProperty("success").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task An_answer_is_plain_when_not_asked()
    {
        using var response = await sandbox.Client.GetAsync(SandboxClient.CtPath);
        response.Content.Headers.ContentEncoding.ShouldBeEmpty();
        response.Content.Headers.ContentLength.ShouldNotBeNull();
    }

    private async Task ShouldHaveNoRoute(string path)
    {
        var (status, body) = await sandbox.Client.GetJsonAsync(path);
        status.ShouldBe(HttpStatusCode.NotFound);
        body.GetProperty("success").GetBoolean().ShouldBeFalse();
        body.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("code").GetInt32()).ShouldBe([7003, 7000]);
        body.GetProperty("result").ValueKind.ShouldBe(JsonValueKind.Null);
    }
}
