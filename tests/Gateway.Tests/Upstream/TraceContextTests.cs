using System.Diagnostics;

namespace Gateway.Tests.Upstream;

/// <summary>What Cloudflare receives of a trace, over real HTTP.</summary>
public sealed class TraceContextTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Traceparent_is_passed_on_where_that_is_switched_on_and_nothing_else_of_a_trace_ever_is(bool isPassedOn)
    {
        await using var upstream = await UpstreamStub.StartAsync(200, """{"success":true,"result":{"text":"hello"}}""");
        var client = TestClient.Create(upstream.BaseUrl, options => options.PropagateTraceContext = isPassedOn);
        using var activity = new Activity("caller") { TraceStateString = "caller=1" };
        activity.AddBaggage("user", "somebody").Start();

        await client.AskAsync(TestContext.Current.CancellationToken);

        var headers = upstream.Calls.ShouldHaveSingleItem().Headers;
        headers.Keys.ShouldBe(
            ["Host", "Accept", "User-Agent", "Authorization", "Accept-Encoding", .. isPassedOn ? ["traceparent"] : Array.Empty<string>()], ignoreOrder: true);
        if (isPassedOn)
        {
            headers["traceparent"].ShouldContain(activity.TraceId.ToHexString());
        }
    }
}
