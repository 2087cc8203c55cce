using Gateway.Caching;
using Gateway.Cloudflare;
using Gateway.GraphQL;
using Gateway.GraphQL.Execution;
using Gateway.Radar;
using Gateway.Tests.Caching;
using Gateway.Tests.Cloudflare;
using Microsoft.AspNetCore.Http;

namespace Gateway.Tests.Radar;

/// <summary>The resolver and all below it, against a real HTTP server in Cloudflare's place.</summary>
public class RadarQueriesTests
{
    private const string TwoSeries = """
        {"success":true,"errors":[],"messages":[{"code":10000,"message":"said"}],"result":{"meta":{},
          "s1":{"timestamps":["2026-01-01T10:00:00Z"],"values":["7"]},
          "s0":{"timestamps":["2026-01-01T10:00:00Z","2026-01-01T11:00:00Z"],"values":["12","13.5"]}}}
        """;

    [Fact]
    public async Task An_answer_carries_the_names_of_the_request()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, TwoSeries);

        var (answer, errors) = await AskAsync(upstream, series: [new() { Name = "now", DateRange = "7d" }, new() { Name = "then", DateRange = "7dcontrol" }]);

        errors.ShouldBeEmpty();
        var call = upstream.Calls.ShouldHaveSingleItem();
        call.Target.ShouldBe("/client/v4/radar/ct/timeseries?name=s0&name=s1&dateRange=7d&dateRange=7dcontrol");
        call.Headers["Authorization"].ShouldBe("Bearer a-token");
        answer.ShouldNotBeNull().Series.Select(series => series.Name).ShouldBe(["now", "then"]);
        var first = answer.Series[0];
        first.Points.ShouldBe([new(first.Timestamps[0], 12), new(first.Timestamps[1], 13.5)]);
        first.Points.Count.ShouldBe(2);
        first.Values.ShouldBe([12, 13.5]);
        answer.GetCsv().ShouldStartWith("Now timestamps,Now values,Then timestamps,Then values\n2026-01-01T10:00:00Z,12,2026-01-01T10:00:00Z,7\n");
        answer.Messages.ShouldBe([new CloudflareMessage(10000, "said", null, null)]);
    }

    [Fact]
    public async Task A_series_that_Cloudflare_names_itself_keeps_that_name()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, """
            {"success":true,"result":{"serie_0":{"timestamps":[],"values":[]},"s5":{"timestamps":[],"values":[]}}}
            """);

        var (answer, _) = await AskAsync(upstream, dateRange: ["7d"]);

        answer.ShouldNotBeNull().Series.Select(series => series.Name).ShouldBe(["s5", "serie_0"]);
    }

    [Fact]
    public async Task Freshness_tells_that_the_answer_came_from_Cloudflare_now()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, TwoSeries);

        var (answer, _) = await AskAsync(upstream, dateRange: ["7d"]);

        answer.ShouldNotBeNull().Freshness.ShouldBe(new Freshness(CacheStatus.Miss, TestClient.Now, 0, TestClient.Now.AddMinutes(1)));
    }

    [Fact]
    public async Task The_example_of_the_API_documents_is_read_without_an_error()
    {
        var example = await File.ReadAllTextAsync(
            Path.Combine(AppContext.BaseDirectory, "Radar", "Examples", "ct-timeseries.json"), TestContext.Current.CancellationToken);
        await using var upstream = await UpstreamStub.StartAsync(200, example);

        var (answer, errors) = await AskAsync(upstream);

        errors.ShouldBeEmpty();
        upstream.Calls.ShouldHaveSingleItem().Target.ShouldBe("/client/v4/radar/ct/timeseries?name=s0");
        answer.ShouldNotBeNull().Series.ShouldBeEmpty();
        answer.Meta.AggInterval.ShouldBe(CtResultInterval.FIFTEEN_MINUTES);
        answer.Meta.Normalization.ShouldBe(CtNormalization.PERCENTAGE);
        answer.Meta.DateRange.Count.ShouldBe(1);
        answer.Meta.LastUpdated.ShouldNotBeNull();
        answer.Meta.ConfidenceInfo.ShouldNotBeNull().Level.ShouldBe(0);
        answer.Meta.ConfidenceInfo.Annotations.ShouldHaveSingleItem().Description.ShouldBe("Cable cut in Tonga");
    }

    [Fact]
    public async Task A_refused_argument_goes_before_a_missing_credential_and_neither_makes_a_call()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, TwoSeries);

        var (noAnswer, badInput) = await AskAsync(upstream, dateRange: ["1h"], authorization: null);
        var (_, unauthenticated) = await AskAsync(upstream, dateRange: ["1d"], authorization: null);

        noAnswer.ShouldBeNull();
        badInput.ShouldHaveSingleItem().Code.ShouldBe("BAD_USER_INPUT");
        badInput[0].Extensions.ShouldBe(new Dictionary<string, object?> { ["argument"] = "dateRange" });
        unauthenticated.ShouldHaveSingleItem().Code.ShouldBe("UNAUTHENTICATED");
        unauthenticated[0].Extensions.ShouldBeNull();
        upstream.Calls.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_refusal_of_Radars_own_kind_is_an_error_of_the_field()
    {
        await using var upstream = await UpstreamStub.StartAsync(400, """{"success":false,"errors":[{"message":"aggInterval too fine"}],"result":{}}""");

        var (answer, errors) = await AskAsync(upstream, dateRange: ["364d"]);

        answer.ShouldBeNull();
        var error = errors.ShouldHaveSingleItem();
        error.Code.ShouldBe("UPSTREAM_REJECTED");
        error.Message.ShouldContain("aggInterval too fine");
    }

    [Fact]
    public async Task A_result_that_is_no_series_of_points_is_an_invalid_response()
    {
        await using var upstream = await UpstreamStub.StartAsync(200, """{"success":true,"result":{"s0":{"timestamps":["soon"],"values":["1"]}}}""");

        var (_, errors) = await AskAsync(upstream, dateRange: ["7d"]);

        errors.ShouldHaveSingleItem().Code.ShouldBe("UPSTREAM_INVALID_RESPONSE");
    }

    private static async Task<(CtTimeseries? Answer, List<IError> Errors)> AskAsync(
        UpstreamStub upstream, IReadOnlyList<string>? dateRange = null, IReadOnlyList<CtSeriesInput>? series = null, string? authorization = "Bearer a-token")
    {
        await using var replica = new Replica(upstream.BaseUrl, new FrozenTime(TestClient.Now));
        var context = new ErrorList();
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = authorization;
        var answer = await RadarQueries.GetCtTimeseriesAsync(
            null, null, dateRange, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, series,
            replica.Radar, context, http, TestContext.Current.CancellationToken);
        return (answer, context.Errors);
    }

    private sealed class ErrorList : IResolverContext
    {
        public List<IError> Errors { get; } = [];

        public CancellationToken RequestAborted => CancellationToken.None;

        public void ReportError(IError error) => Errors.Add(error);

        public ISelectionCollection Select(string fieldName) => throw new NotSupportedException();

        public bool IsSelected(string fieldName) => throw new NotSupportedException();
    }
}
