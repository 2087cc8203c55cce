using System.Net;

namespace Gateway.Tests.Hosting;

public sealed class ResponseHeadersTests
{
    [Theory]
    [InlineData("/client", HttpStatusCode.OK)]
    [InlineData("/large", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/bug", HttpStatusCode.InternalServerError)]
    public async Task Browsers_do_not_guess_the_type_of_any_answer(string path, HttpStatusCode status)
    {
        await using var app = await HostedApp.StartAsync();

        using var response = await app.GetAsync(path, ("Accept-Encoding", "br"));

        response.StatusCode.ShouldBe(status);
        response.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
    }
}
