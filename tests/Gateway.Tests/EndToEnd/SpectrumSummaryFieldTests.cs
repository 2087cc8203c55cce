using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

public sealed class SpectrumSummaryFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Window = ", since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T03:00:00Z\"";

    [Theory]
    [InlineData("", "metrics=count")]
    [InlineData(", since: \"2026-01-01T02:00:00.5+02:00\", until: \"2026-01-01T03:00:00Z\"", "since=2026-01-01T00%3A00%3A00.5Z")]
    [InlineData(Window, "until=2026-01-01T03%3A00%3A00Z")]
    [InlineData(", dimensions: [COLO_NAME, EVENT, EVENT]", "dimensions=event,coloName")]
    [InlineData(", metrics: [DURATION_99TH, COUNT]", "metrics=count,duration99th")]
    [InlineData(", filters: \"event==disconnect AND coloName!=SFO\"", "filters=event%3D%3Ddisconnect%20AND%20coloName!%3DSFO")]
    [InlineData(", where: { event: { in: [CONNECT] } coloName: { neq: \"SFO\" } }", "filters=event%3D%3Dconnect%20AND%20coloName!%3DSFO")]
    [InlineData(", dimensions: [EVENT], metrics: [COUNT], sort: [COUNT_DESC, EVENT_ASC]", "sort=-count,%2Bevent")]
    [InlineData(", limit: 7", "limit=7")]
    public async Task Every_argument_reaches_the_wire(string arguments, string expected)
    {
        (await SummaryAsync(arguments)).Data();
        app.LastQuery.Split('&').ShouldContain(expected, app.LastQuery);
        app.LastQuery.ShouldNotContain("time_delta");
        app.Sandbox.Calls.Last[^1].Path.ShouldBe($"/client/v4/zones/{GatewayApp.Zone}/spectrum/analytics/events/summary");
    }

    [Theory]
    [InlineData("window: \"24h\"")]
    [InlineData("window: \"3d\", shift: \"7d\"")]
    [InlineData("window: \"20m\", timeDelta: MINUTE")]
    [InlineData("window: \"4w\", timeDelta: WEEK")]
    [InlineData("window: \"1m\", timeDelta: YEAR")]
    [Trait("Gateway", "InProcess")]
    public async Task A_tile_has_the_window_of_its_chart(string arguments)
    {
        await using var still = new GatewayApp { Time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero)) };
        await still.InitializeAsync();
        (await still.AskAsync($"{{ spectrumSummary(zoneId: \"{GatewayApp.Zone}\", {arguments}) {{ rows }} }}")).Data();
        var tile = Dates(still.LastQuery);
        var chart = arguments.Contains("timeDelta", StringComparison.Ordinal) ? arguments : arguments + ", timeDelta: HOUR";
        await still.AskAsync($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", {chart}) {{ rows }} }}");
        tile.ShouldBe(Dates(still.LastQuery));
        tile.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("rows", "count")]
    [InlineData("totals { bytesEgress }", "bytesEgress")]
    [InlineData("data { totals { c: count duration90th } } min { durationMedian }", "count,durationMedian,duration90th")]
    public async Task The_metrics_that_a_query_selects_are_asked_for(string selection, string metrics)
    {
        (await SummaryAsync(Window, selection)).Data();
        app.LastQuery.Split('&').ShouldContain($"metrics={metrics}", app.LastQuery);
    }

    [Fact]
    public async Task The_numbers_of_a_tile_are_the_sums_of_its_chart()
    {
        const string Arguments = Window + ", dimensions: [EVENT, COLO_NAME], sort: [EVENT_ASC, COLO_NAME_ASC], limit: 9";
        var tile = (await SummaryAsync(
            Arguments,
            """
            data { dimensions { event eventName appId coloName ipVersion } totals { count bytesIngress durationAvg } } truncated dataLag rows
            totals { count bytesIngress durationAvg duration99th } min { count } max { count }
            query { dimensions metrics filters limit since until sort } messages { message } freshness { status }
            """)).Data()["spectrumSummary"]!;
        var chart = (await app.SpectrumAsync(
            Arguments, "data { dimensions { event eventName appId coloName ipVersion } points { count bytesIngress } } rows totals { count bytesIngress durationAvg duration99th }"))
            .Data()["spectrumBytime"]!;

        tile["rows"].Compact().ShouldBe(chart["rows"].Compact());
        tile["totals"].Compact().ShouldBe(chart["totals"].Compact());
        tile["truncated"]!.GetValue<bool>().ShouldBeTrue();
        var (rows, lines) = (tile["data"]!.AsArray(), chart["data"]!.AsArray());
        rows.Count.ShouldBe(9);
        foreach (var (row, line) in rows.Zip(lines))
        {
            row!["dimensions"].Compact().ShouldBe(line!["dimensions"].Compact());
            row["totals"]!["count"]!.GetValue<double>().ShouldBe(Sum(line, "count"));
            row["totals"]!["bytesIngress"]!.GetValue<double>().ShouldBe(Sum(line, "bytesIngress"));
            row["totals"]!["durationAvg"]!.GetValue<double>().ShouldBeGreaterThan(0);
        }

        tile["query"].Compact().ShouldBe("""
            {"dimensions":["EVENT","COLO_NAME"],"metrics":["COUNT","BYTES_INGRESS","DURATION_AVG","DURATION_99TH"],"filters":null,"limit":9,"since":"2026-01-01T00:00:00Z","until":"2026-01-01T03:00:00Z","sort":["EVENT_ASC","COLO_NAME_ASC"]}
            """.Trim());
        tile["max"]!["count"]!.GetValue<double>().ShouldBeGreaterThanOrEqualTo(rows.Max(row => row!["totals"]!["count"]!.GetValue<double>()));
        tile["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");
        tile["messages"].Compact().ShouldBe("[]");
    }

    [Fact]
    public async Task The_table_has_a_line_for_each_row()
    {
        var answer = (await SummaryAsync(
            Window + ", dimensions: [COLO_NAME, IP_VERSION], metrics: [BYTES_EGRESS, COUNT], sort: [COUNT_DESC], limit: 2",
            "csv data { dimensions { coloName ipVersion } totals { count bytesEgress } }")).Data()["spectrumSummary"]!;
        var lines = answer["data"]!.AsArray().Select(row =>
            $"{row!["dimensions"]!["coloName"]},{row["dimensions"]!["ipVersion"]},{row["totals"]!["count"]},{row["totals"]!["bytesEgress"]}\r\n");
        answer["csv"]!.GetValue<string>().ShouldBe("coloName,ipVersion,count,bytesEgress\r\n" + string.Concat(lines));
    }

    [Fact]
    public async Task An_answer_is_cached_whatever_interval_it_is_asked_with()
    {
        var token = ("Authorization", "Bearer a-token-that-comes-again");
        var statuses = new List<string>();
        foreach (var interval in (string[])["", ", timeDelta: DAY", ", timeDelta: null"])
        {
            var answer = await app.AskAsync($"{{ spectrumSummary(zoneId: \"{GatewayApp.Zone}\"{Window}{interval}) {{ freshness {{ status }} }} }}", null, token);
            statuses.Add(answer.Data()["spectrumSummary"]!["freshness"]!["status"]!.GetValue<string>());
        }

        statuses.ShouldBe(["MISS", "HIT", "HIT"]);

        // The chart is another endpoint, for which the credential has no lease yet.
        var chart = await app.AskAsync($"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR{Window}) {{ freshness {{ status }} }} }}", null, token);
        chart.Data()["spectrumBytime"]!["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");
    }

    [Theory]
    [InlineData("zoneId", "zoneId: \"example.com\"")]
    [InlineData("since", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", since: \"2026-01-02T00:00:00Z\", until: \"2026-01-01T00:00:00Z\"")]
    [InlineData("window", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", window: \"367d\"")]
    [InlineData("shift", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", shift: \"7d\"")]
    [InlineData("filters", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", filters: \"event=connect\"")]
    [InlineData("where", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", filters: \"event==connect\", where: { event: { eq: CONNECT } }")]
    [InlineData("sort", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", sort: [BYTES_INGRESS_ASC]")]
    [InlineData("limit", "zoneId: \"023e105f4ecef8ad9ca31a8372d0c353\", limit: 0")]
    public async Task What_the_gateway_refuses_never_leaves_it(string argument, string arguments)
    {
        var before = app.Sandbox.Calls.Last.Count;
        var refusal = (await app.AskAsync($"{{ spectrumSummary({arguments}) {{ rows }} }}")).Refusal();
        refusal.Code().ShouldBe("BAD_USER_INPUT");
        refusal["argument"]!.GetValue<string>().ShouldBe(argument);
        app.Sandbox.Calls.Last.Count.ShouldBe(before);
    }

    [Fact]
    public async Task A_summary_counts_towards_the_calls_of_an_operation()
    {
        var fields = string.Join(' ', Enumerable.Range(1, 21).Select(i => $"s{i}: spectrumSummary(zoneId: \"{GatewayApp.Zone}\", limit: {i}) {{ rows }}"));
        (await app.AskAsync($"{{ {fields} }}")).Refusal()["calls"]!.GetValue<int>().ShouldBe(21);
    }

    [Theory]
    [InlineData("sandbox-token-forbidden", "FORBIDDEN")]
    [InlineData("sandbox-token-window-too-long", "UPSTREAM_REJECTED")]
    [InlineData("sandbox-token-duplicate-key-in-result", "UPSTREAM_INVALID_RESPONSE")]
    public async Task Its_errors_are_those_of_the_chart(string token, string code)
    {
        const string Fields = """
            { tile: spectrumSummary(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", window: "7d") { rows }
              chart: spectrumBytime(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", window: "7d", timeDelta: HOUR) { rows } }
            """;
        var errors = (await app.AskAsync(Fields, null, ("Authorization", $"Bearer {token}.summary")))["errors"]!.AsArray();
        errors.Select(error => error!["extensions"]!.Code()).ShouldBe([code, code]);
        errors[0]!["message"].Compact().ShouldBe(errors[1]!["message"].Compact());
        errors[0]!["extensions"]!["suggestion"].Compact().ShouldBe(errors[1]!["extensions"]!["suggestion"].Compact());
    }

    private static string[] Dates(string query) =>
        [.. query.Split('&').Where(pair => pair.StartsWith("since=", StringComparison.Ordinal) || pair.StartsWith("until=", StringComparison.Ordinal))];

    private static double Sum(JsonNode row, string metric) => row["points"]!.AsArray().Sum(point => point![metric]!.GetValue<double>());

    private Task<JsonNode> SummaryAsync(string arguments, string selection = "rows") =>
        app.AskAsync($"{{ spectrumSummary(zoneId: \"{GatewayApp.Zone}\"{arguments}) {{ {selection} }} }}");
}
