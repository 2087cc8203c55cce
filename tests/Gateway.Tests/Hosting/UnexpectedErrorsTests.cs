using System.Net;
using System.Text.Json.Nodes;

namespace Gateway.Tests.Hosting;

public sealed class UnexpectedErrorsTests
{
    [Fact]
    public async Task An_exception_is_masked_but_for_the_id_that_the_log_has_too()
    {
        await using var app = await HostedApp.StartAsync();

        using var response = await app.GetAsync("/bug", ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!.ToJsonString().ShouldBe(
            """{"errors":[{"message":"Unexpected Execution Error","extensions":{"traceId":"0af7651916cd43dd8448eb211c80319c"}}]}""");
        var line = app.Log.Lines.Where(line => line.StartsWith("Error", StringComparison.Ordinal)).ShouldHaveSingleItem();
        line.ShouldStartWith("Error A request failed unexpectedly; its answer says trace id 0af7651916cd43dd8448eb211c80319c ");
        line.ShouldContain("a secret");
    }
}
