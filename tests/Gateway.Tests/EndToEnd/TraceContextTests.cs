namespace Gateway.Tests.EndToEnd;

/// <summary>The propagation of a caller's trace through the gateway to Cloudflare.</summary>
public sealed class TraceContextTests
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_callers_trace_reaches_Cloudflare_where_that_is_switched_on(bool isPassedOn)
    {
        await using var app = new GatewayApp { Setup = ("Production", [("Cloudflare:PropagateTraceContext", isPassedOn.ToString())]) };
        await app.InitializeAsync();

        (await app.AskAsync(
            "{ ctTimeseries { series { name } } }", null, ("Authorization", "Bearer a-token-with-a-trace"), ("traceparent", $"00-{TraceId}-b7ad6b7169203331-01"))).Data();

        var headers = app.Sandbox.Calls.Last.ShouldHaveSingleItem().Headers;
        headers.Any(header => header.Key.Equals("traceparent", StringComparison.OrdinalIgnoreCase)).ShouldBe(isPassedOn);
        if (isPassedOn)
        {
            headers.First(header => header.Key.Equals("traceparent", StringComparison.OrdinalIgnoreCase)).Value.ShouldContain(TraceId);
        }
    }
}
