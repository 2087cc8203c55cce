using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

public sealed class SpectrumFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Window = ", since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T03:00:00Z\"";

    [Theory]
    [InlineData("", "time_delta=hour")]
    [InlineData(", since: \"2026-01-01T02:00:00.5+02:00\", until: \"2026-01-01T03:00:00Z\"", "since=2026-01-01T00%3A00%3A00.5Z")]
    [InlineData(Window, "until=2026-01-01T03%3A00%3A00Z")]
    [InlineData(", dimensions: [COLO_NAME, EVENT, EVENT]", "dimensions=event,coloName")]
    [InlineData(", metrics: [DURATION_99TH, COUNT]", "metrics=count,duration99th")]
    [InlineData(", filters: \"event==disconnect AND coloName!=SFO\"", "filters=event%3D%3Ddisconnect%20AND%20coloName!%3DSFO")]
    [InlineData(", where: { event: { in: [CONNECT] } coloName: { neq: \"SFO\" } }", "filters=event%3D%3Dconnect%20AND%20coloName!%3DSFO")]
    [InlineData(", metrics: [COUNT], sort: [COUNT_ASC]", "sort=%2Bcount")]
    [InlineData(", dimensions: [EVENT], metrics: [COUNT], sort: [COUNT_DESC, EVENT_ASC]", "sort=-count,%2Bevent")]
    [InlineData(", limit: 7", "limit=7")]
    public async Task Every_argument_reaches_the_wire(string arguments, string expected)
    {
        (await app.SpectrumAsync(arguments)).Data();
        app.LastQuery.Split('&').ShouldContain(expected, app.LastQuery);
        app.Sandbox.Calls.Last[^1].Path.ShouldBe($"/client/v4/zones/{GatewayApp.Zone}/spectrum/analytics/events/bytime");
    }

    [Theory]
    [InlineData("YEAR", "year")]
    [InlineData("QUARTER", "quarter")]
    [InlineData("MONTH", "month")]
    [InlineData("WEEK", "week")]
    [InlineData("DAY", "day")]
    [InlineData("HOUR", "hour")]
    [InlineData("DEKAMINUTE", "dekaminute")]
    [InlineData("MINUTE", "minute")]
    public async Task Every_interval_has_its_wire_name(string name, string wire)
    {
        (await app.AskAsync($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: {name}{Window}) {{ rows }} }}")).Data();
        app.LastQuery.ShouldContain($"time_delta={wire}");
    }

    [Theory]
    [InlineData("rows", "count")]
    [InlineData("data { points { start } dimensions { event } } freshness { status } query { metrics }", "count")]
    [InlineData("totals { bytesEgress }", "bytesEgress")]
    [InlineData("t: totals { c: count } ...F", "count,bytesIngress,durationAvg")]
    [InlineData("data { values(metric: DURATION_90TH) points { duration99th } } min { durationMedian }", "durationMedian,duration90th,duration99th")]
    [InlineData("max { __typename count @skip(if: true) bytesIngress @include(if: true) }", "bytesIngress")]
    public async Task The_metrics_that_a_query_selects_are_asked_for(string selection, string metrics)
    {
        var fragment = selection.Contains("...F", StringComparison.Ordinal) ? " fragment F on SpectrumBytime { data { p: points { bytesIngress } values(metric: DURATION_AVG) } }" : "";
        (await app.AskAsync($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR{Window}) {{ {selection} }} }}{fragment}")).Data();
        app.LastQuery.Split('&').ShouldContain($"metrics={metrics}", app.LastQuery);
    }

    [Fact]
    public async Task A_metric_that_only_a_variable_names_is_asked_for()
    {
        const string Query = """
            query($zone: ID!, $metric: SpectrumMetric!) { spectrumBytime(zoneId: $zone, timeDelta: HOUR) { data { values(metric: $metric) } } }
            """;
        (await app.AskAsync(Query, new { zone = GatewayApp.Zone, metric = "BYTES_EGRESS" })).Data();
        app.LastQuery.ShouldContain("metrics=bytesEgress");
    }

    [Fact]
    public async Task A_whole_answer_agrees_with_itself()
    {
        var answer = (await app.SpectrumAsync(
            Window + ", dimensions: [EVENT, IP_VERSION], sort: [COUNT_DESC]",
            """
            data { dimensions { event eventName appId coloName ipVersion } points { start end count bytesIngress } values(metric: COUNT) }
            timeIntervals { start end } dataLag rows totals { count bytesIngress durationAvg } min { count } max { count }
            query { dimensions metrics filters limit since until sort } messages { code message } freshness { status fetchedAt ageSeconds expiresAt }
            """)).Data()["spectrumBytime"]!;
        var rows = answer["data"]!.AsArray();
        rows.Count.ShouldBe(answer["rows"]!.GetValue<int>());
        answer["timeIntervals"]!.AsArray().Count.ShouldBe(3);
        rows.Sum(row => row!["points"]!.AsArray().Sum(point => point!["count"]!.GetValue<double>())).ShouldBe(answer["totals"]!["count"]!.GetValue<double>());
        foreach (var row in rows)
        {
            row!["values"].Compact().ShouldBe($"[{string.Join(',', row["points"]!.AsArray().Select(point => point!["count"].Compact()))}]");
            row["dimensions"]!["appId"].ShouldBeNull();
            row["dimensions"]!["ipVersion"]!.GetValue<int>().ShouldBeOneOf(4, 6);
        }

        answer["query"].Compact().ShouldBe("""
            {"dimensions":["EVENT","IP_VERSION"],"metrics":["COUNT","BYTES_INGRESS","DURATION_AVG"],"filters":null,"limit":null,"since":"2026-01-01T00:00:00Z","until":"2026-01-01T03:00:00Z","sort":["COUNT_DESC"]}
            """.Trim());
        answer["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");
        answer["messages"].Compact().ShouldBe("[]");
    }

    [Theory]
    [InlineData("zoneId", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c35g\", timeDelta: HOUR")]
    [InlineData("zoneId", "zoneId: \"../../user/tokens\", timeDelta: HOUR")]
    [InlineData("since", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", timeDelta: HOUR, since: \"2026-01-02T00:00:00Z\", until: \"2026-01-01T00:00:00Z\"")]
    [InlineData("filters", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", timeDelta: HOUR, filters: \"event=connect\"")]
    [InlineData("where", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", timeDelta: HOUR, where: { coloName: { eq: \"SFO,event==connect\" } }")]
    [InlineData("sort", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", timeDelta: HOUR, metrics: [COUNT], sort: [BYTES_INGRESS_ASC]")]
    [InlineData("limit", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", timeDelta: HOUR, limit: 0")]
    public async Task What_the_gateway_refuses_never_leaves_it(string argument, string arguments)
    {
        var before = app.Sandbox.Calls.Count(SandboxEndpoint.Bytime);
        var refusal = (await app.AskAsync($"{{ spectrumBytime({arguments}) {{ rows }} }}")).Refusal();
        refusal.Code().ShouldBe("BAD_USER_INPUT");
        refusal["argument"]!.GetValue<string>().ShouldBe(argument);
        app.Sandbox.Calls.Count(SandboxEndpoint.Bytime).ShouldBe(before);
    }

    [Fact]
    public async Task The_example_of_the_api_documents_is_read_without_an_error()
    {
        app.Sandbox.Serve(SandboxEndpoint.Bytime, 200, "application/json", Example("Spectrum/Wire/Examples/bytime.json"));
        var answer = (await app.SpectrumAsync("", "data { points { start end count } } timeIntervals { start end } rows dataLag min { bytesIngress } query { sort metrics } messages { code message documentationUrl pointer }")).Data();
        answer["spectrumBytime"]!["rows"]!.GetValue<int>().ShouldBe(5);
        answer["spectrumBytime"]!["query"].Compact().ShouldBe("""{"sort":["COUNT_ASC","BYTES_INGRESS_DESC"],"metrics":["COUNT","BYTES_INGRESS"]}""");
        answer["spectrumBytime"]!["messages"].Compact().ShouldBe("""[{"code":1000,"message":"message","documentationUrl":"documentation_url","pointer":"pointer"}]""");
    }

    internal static string Example(string path) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, path));
}
