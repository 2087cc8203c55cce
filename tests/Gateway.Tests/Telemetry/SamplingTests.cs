using System.Net.Http.Json;
using Gateway.Sandbox;
using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Telemetry;

/// <summary>Which requests are traced. The gateway runs in a process of its own, whose activities no other test hears.</summary>
public sealed class SamplingTests
{
    private static readonly string[] OfOneRequest = ["GET", "Query.ctTimeseries", "cache radar", "query", "POST /graphql"];

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task Callers_decide_for_their_own_requests_and_others_that_are_not_sampled_have_no_span(string propagates)
    {
        const string Wanted = "0af7651916cd43dd8448eb211c80319c";
        const string Unwanted = "1af7651916cd43dd8448eb211c80319c";
        var spans = await SpansAsync("0", propagates, null, $"00-{Unwanted}-b7ad6b7169203331-00", $"00-{Wanted}-b7ad6b7169203331-01");
        spans.ShouldAllBe(span => span.TraceId == Wanted);
        OfOneRequest.Except(spans.Select(span => span.Name)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("false")]
    [InlineData("true")]
    public async Task A_sampled_request_is_one_trace_whether_or_not_calls_carry_it(string propagates)
    {
        var spans = await SpansAsync("1", propagates, [null]);
        spans.Select(span => span.TraceId).Distinct().ShouldHaveSingleItem();
        OfOneRequest.Except(spans.Select(span => span.Name)).ShouldBeEmpty();
    }

    /// <summary>Asks once for each value of <c>traceparent</c>, each time as another caller, and gives the spans until one of a request came.</summary>
    private static async Task<OtlpCollector.Span[]> SpansAsync(string share, string propagates, params string?[] traceParents)
    {
        await using var collector = await OtlpCollector.StartAsync();
        await using var sandbox = await SandboxServer.StartAsync(TestContext.Current.CancellationToken);
        using var gateway = await GatewayProcess.StartAsync(
            [.. collector.Settings, ("OTEL_TRACES_SAMPLER", "parentbased_traceidratio"), ("OTEL_TRACES_SAMPLER_ARG", share)],
            ("Cloudflare:BaseUrl", sandbox.BaseUrl), ("Cloudflare:PropagateTraceContext", propagates));

        // A client that sends no `traceparent` of its own.
        using var client = new HttpClient(new SocketsHttpHandler { ActivityHeadersPropagator = null }) { BaseAddress = gateway.Address };
        foreach (var (index, traceParent) in traceParents.Index())
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "graphql")
            {
                Content = JsonContent.Create(new { query = "{ ctTimeseries { series { name } } }" }),
                Headers = { { "Authorization", $"Bearer a-token-{index}" } },
            };
            if (traceParent is not null)
            {
                request.Headers.Add("traceparent", traceParent);
            }

            using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
            response.EnsureSuccessStatusCode();
        }

        await collector.WhenAsync(
            received => received.Spans.Any(span => span.Name == "POST /graphql"), () => "The span of the request did not come.");
        return collector.Spans;
    }
}
