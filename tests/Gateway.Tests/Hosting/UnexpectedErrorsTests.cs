using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

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
        var record = app.Logs.GetSnapshot().Where(record => record.Level == LogLevel.Error).ShouldHaveSingleItem();
        record.Message.ShouldBe("A request failed unexpectedly; its answer says trace id 0af7651916cd43dd8448eb211c80319c");
        record.Exception!.Message.ShouldBe("a secret");
    }
}
