using System.Text.Json.Nodes;

namespace Gateway.Tests.EndToEnd;

/// <summary>Filters, orders and pages of rows and points, on what Cloudflare sent.</summary>
public sealed class RowFilterTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Window = ", since: \"2026-01-01T00:00:00Z\", until: \"2026-01-01T03:00:00Z\"";
    private const string Places = Window + ", dimensions: [COLO_NAME]";

    private readonly (string Name, string Value) _credential = ("Authorization", $"Bearer rows-{Guid.NewGuid():N}");

    [Fact]
    public async Task The_busiest_rows_are_one_query()
    {
        var all = (await app.SpectrumAsync(Places, "data { dimensions { coloName } values(metric: COUNT) totals { count } }"))
            .Data()["spectrumBytime"]!["data"]!.AsArray();
        all.Select(static row => row!["totals"]!["count"]!.GetValue<double>()).ShouldBe(all.Select(static row => Sum(row!["values"]!)));
        var expected = all.OrderByDescending(static row => Sum(row!["values"]!)).Select(NameOf).ToList();
        expected.Count.ShouldBeGreaterThan(5);

        var answer = (await app.SpectrumAsync(
            Places, "dataConnection(first: 5, order: [{ totals: { count: DESC } }]) { totalCount nodes { dimensions { coloName } } }"))
            .Data()["spectrumBytime"]!["dataConnection"]!;

        app.LastQuery.Split('&').ShouldContain("metrics=count");
        answer["totalCount"]!.GetValue<int>().ShouldBe(expected.Count);
        answer["nodes"]!.AsArray().Select(NameOf).ShouldBe(expected.Take(5));
    }

    [Fact]
    public async Task Pages_of_one_answer_are_its_rows()
    {
        var all = (await app.SpectrumAsync(Places, "data(order: { dimensions: { coloName: ASC } }) { dimensions { coloName } }"))
            .Data()["spectrumBytime"]!["data"]!.AsArray().Select(NameOf).ToList();
        all.ShouldBe(all.Order(StringComparer.Ordinal));
        var read = new List<string>();
        string? cursor = null;
        for (var more = true; more;)
        {
            var page = await PageAsync(Places, cursor);
            read.AddRange(page["edges"]!.AsArray().Select(static edge => NameOf(edge!["node"])));
            cursor = page["pageInfo"]!["endCursor"]!.GetValue<string>();
            more = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>();
        }

        read.ShouldBe(all);
        var refusal = (await app.SpectrumAsync(
            ", since: \"2026-01-02T00:00:00Z\", until: \"2026-01-02T03:00:00Z\", dimensions: [COLO_NAME]",
            $"dataConnection(first: 3, after: \"{cursor}\") {{ totalCount }}"))["errors"]![0]!;
        refusal["extensions"]!.Code().ShouldBe("HC0078");
        refusal["message"]!.GetValue<string>().ShouldContain("another answer");
    }

    [Theory]
    [InlineData("data(where: { totals: { bytesEgress: { gt: 0 } } }) { dimensions { coloName } }", "bytesEgress")]
    [InlineData("data(order: [{ totals: { bytesIngress: ASC } }]) { points { count } }", "count,bytesIngress")]
    [InlineData("data { points(where: { or: [{ durationAvg: { gt: 1 } }, { duration90th: { lt: 9 } }] }) { start } }", "durationAvg,duration90th")]
    [InlineData("dataConnection { nodes { points(order: { durationMedian: DESC }) { start } values(metric: COUNT) } }", "count,durationMedian")]
    [InlineData("dataConnection { edges { node { totals { bytesEgress } } } }", "bytesEgress")]
    [InlineData("data(where: { points: { some: { duration99th: { gt: 1 } } } }) { dimensions { coloName } }", "duration99th")]
    public async Task What_a_filter_or_order_names_is_asked_for(string selection, string metrics)
    {
        (await app.SpectrumAsync(Places, selection)).Data();
        app.LastQuery.Split('&').ShouldContain($"metrics={metrics}", app.LastQuery);
    }

    [Fact]
    public async Task What_a_variable_names_is_asked_for()
    {
        const string Query = """
            query($where: SpectrumRowFilterInput, $order: [SpectrumRowSortInput!], $least: FloatOperationFilterInput) {
              spectrumBytime(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", timeDelta: HOUR, window: "3h") {
                data(where: $where, order: $order) { points(where: { durationAvg: $least }) { start } }
              }
            }
            """;
        var variables = new
        {
            where = new { totals = new { bytesEgress = new { gt = 0 } } },
            order = new { totals = new { bytesIngress = "DESC" } },
            least = new { gt = 0 },
        };
        (await app.AskAsync(Query, variables)).Data();
        app.LastQuery.Split('&').ShouldContain("metrics=bytesIngress,bytesEgress,durationAvg", app.LastQuery);
    }

    [Fact]
    public async Task Requests_of_one_document_ask_for_what_each_selects_and_names()
    {
        const string Query = """
            query($limit: Int, $ingress: Boolean!, $by: [SpectrumRowSortInput!], $metric: SpectrumMetric! = COUNT) {
              named: spectrumBytime(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", timeDelta: HOUR, window: "4h") @skip(if: $ingress) {
                data(order: $by) { values(metric: $metric) }
              }
              selected: spectrumBytime(zoneId: "023e105f4ecef8ad9ca31a8372d0c353", timeDelta: HOUR, limit: $limit) @include(if: $ingress) {
                data(where: { totals: { bytesEgress: { gt: 0 } } }) { ...F }
              }
            }
            fragment F on SpectrumRow { totals { bytesIngress } }
            """;

        // A plan is kept from the second time on that its document comes, and each of these requests comes once.
        for (var limit = 1; limit <= 3; limit++)
        {
            await ExpectAsync(new { ingress = true, limit }, "bytesIngress,bytesEgress");
        }

        await ExpectAsync(new { ingress = false, by = new { totals = new { bytesIngress = "DESC" } } }, "count,bytesIngress");
        await ExpectAsync(new { ingress = false, by = new { totals = new { bytesEgress = "DESC" } } }, "count,bytesEgress");
        await ExpectAsync(new { ingress = false, metric = "DURATION_AVG" }, "durationAvg");
        await ExpectAsync(new { ingress = false, by = (object?)null, metric = "BYTES_EGRESS" }, "bytesEgress");

        async Task ExpectAsync(object variables, string metrics)
        {
            (await app.AskAsync(Query, variables)).Data();
            app.LastQuery.Split('&').ShouldContain($"metrics={metrics}", app.LastQuery);
        }
    }

    [Theory]
    [InlineData(
        ", metrics: [COUNT]",
        "data(where: { totals: { bytesEgress: { gt: 0 } } }) { dimensions { event } }",
        "metrics",
        "A `where` or `order` of rows or points names `bytesEgress`, which `metrics` lacks: add BYTES_EGRESS, or leave `metrics` out.")]
    [InlineData(
        ", dimensions: [EVENT]",
        "dataConnection(order: [{ dimensions: { coloName: ASC } }]) { totalCount }",
        "dimensions",
        "A `where` or `order` of rows or points names `coloName`, which `dimensions` lacks: add COLO_NAME.")]
    [InlineData(
        "",
        "data(where: { dimensions: { eventName: { eq: \"connect\" } } }) { totals { count } }",
        "dimensions",
        "A `where` or `order` of rows or points names `event`, which `dimensions` lacks: add EVENT.")]
    public async Task A_name_that_the_call_lacks_is_refused(string arguments, string selection, string argument, string message)
    {
        var calls = app.Sandbox.Calls.Last.Count;
        var error = (await app.SpectrumAsync(arguments, selection))["errors"]![0]!;
        error["message"]!.GetValue<string>().ShouldBe(message);
        error["extensions"]!.Code().ShouldBe("BAD_USER_INPUT");
        error["extensions"]!["argument"]!.GetValue<string>().ShouldBe(argument);
        app.Sandbox.Calls.Last.Count.ShouldBe(calls);
    }

    [Theory]
    [InlineData("data(where: { totals: { durationAvg: { gt: 0 } } }) { dimensions { coloName } }", "durationAvg")]
    [InlineData("data(order: [{ totals: { bytesIngress: ASC } }]) { totals { count } }", "count,bytesIngress")]
    [InlineData("dataConnection(where: { totals: { bytesEgress: { gt: 0 } } }) { nodes { totals { durationMedian } } }", "bytesEgress,durationMedian")]
    [InlineData("dataConnection { edges { node { totals { duration99th } } } }", "duration99th")]
    [InlineData("data { totals { bytesIngress } }", "bytesIngress")]
    public async Task What_the_rows_of_a_summary_are_filtered_by_is_asked_for(string selection, string metrics)
    {
        (await SummaryAsync(Places, selection)).Data();
        app.LastQuery.Split('&').ShouldContain($"metrics={metrics}", app.LastQuery);
    }

    [Fact]
    public async Task The_rows_of_a_summary_are_filtered_sorted_and_paged()
    {
        var all = (await SummaryAsync(Places, "data { dimensions { coloName } totals { durationAvg } }")).Data()["spectrumSummary"]!["data"]!.AsArray();
        var least = all.Select(static row => row!["totals"]!["durationAvg"]!.GetValue<double>()).Order().ElementAt(2);
        var expected = all.Where(row => row!["totals"]!["durationAvg"]!.GetValue<double>() >= least)
            .OrderByDescending(static row => row!["totals"]!["durationAvg"]!.GetValue<double>()).Select(NameOf).ToList();
        var arguments = FormattableString.Invariant($"where: {{ totals: {{ durationAvg: {{ gte: {least} }} }} }}, order: [{{ totals: {{ durationAvg: DESC }} }}]");

        var answer = (await SummaryAsync(
            Places, $"data({arguments}) {{ dimensions {{ coloName }} }} dataConnection(first: 3, {arguments}) {{ totalCount nodes {{ dimensions {{ coloName }} }} }}"))
            .Data()["spectrumSummary"]!;

        answer["data"]!.AsArray().Select(NameOf).ShouldBe(expected);
        answer["dataConnection"]!["totalCount"]!.GetValue<int>().ShouldBe(expected.Count);
        answer["dataConnection"]!["nodes"]!.AsArray().Select(NameOf).ShouldBe(expected.Take(3));
    }

    [Theory]
    [InlineData(", metrics: [COUNT]", "data(where: { totals: { duration90th: { gt: 0 } } }) { totals { count } }", "metrics")]
    [InlineData(", dimensions: [EVENT]", "dataConnection(order: [{ dimensions: { coloName: ASC } }]) { totalCount }", "dimensions")]
    public async Task A_name_that_the_call_of_a_summary_lacks_is_refused(string arguments, string selection, string argument)
    {
        var calls = app.Sandbox.Calls.Last.Count;
        var refusal = (await SummaryAsync(arguments, selection)).Refusal();
        refusal.Code().ShouldBe("BAD_USER_INPUT");
        refusal["argument"]!.GetValue<string>().ShouldBe(argument);
        app.Sandbox.Calls.Last.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task Points_are_filtered_and_sorted_without_a_call_of_their_own()
    {
        var all = (await AskAsync(Window, "data { points { start count } }"))["data"]![0]!["points"]!.AsArray();
        var most = all.Max(static point => point!["count"]!.GetValue<double>());
        var calls = app.Sandbox.Calls.Last.Count;
        for (var times = 0; times < 2; times++)
        {
            var answer = await app.AskAsync(
                $$"""
                query($least: Float) { spectrumBytime(zoneId: "{{GatewayApp.Zone}}", timeDelta: HOUR{{Window}}) {
                  data { highest: points(where: { count: { gte: $least } }) { start count } down: points(order: { count: DESC }) { start count } }
                } }
                """,
                new { least = most },
                _credential);
            var row = answer.Data()["spectrumBytime"]!["data"]![0]!;
            Texts(row["highest"]!).ShouldBe(Texts(all).Where(text => text.Contains($"\"count\":{most}", StringComparison.Ordinal)));
            Texts(row["down"]!).ShouldBe(all.OrderByDescending(static point => point!["count"]!.GetValue<double>()).Select(static point => point.Compact()));
        }

        app.Sandbox.Calls.Last.Count.ShouldBe(calls);
    }

    [Fact]
    public async Task The_points_of_a_series_are_filtered_and_sorted()
    {
        const string Dates = "dateStart: [\"2026-01-01T00:00:00Z\"], dateEnd: [\"2026-01-02T00:00:00Z\"]";
        var all = (await app.CtAsync(Dates, "series { points { timestamp value } }")).Data()["ctTimeseries"]!["series"]![0]!["points"]!.AsArray();
        var third = all.Select(static point => point!["value"]!.GetValue<double>()).OrderDescending().ElementAt(2);
        var answer = (await app.CtAsync(
            Dates,
            FormattableString.Invariant($"series {{ points(where: {{ value: {{ gte: {third} }} }}, order: {{ value: DESC }}) {{ timestamp value }} }}")))
            .Data()["ctTimeseries"]!["series"]![0]!["points"]!.AsArray();
        Texts(answer).ShouldBe(all.OrderByDescending(static point => point!["value"]!.GetValue<double>())
            .Where(point => point!["value"]!.GetValue<double>() >= third).Select(static point => point.Compact()));
    }

    private Task<JsonNode> SummaryAsync(string arguments, string selection) =>
        app.AskAsync($"{{ spectrumSummary(zoneId: \"{GatewayApp.Zone}\"{arguments}) {{ {selection} }} }}");

    private async Task<JsonNode> PageAsync(string arguments, string? cursor)
    {
        var after = cursor is null ? "" : $", after: \"{cursor}\"";
        return (await AskAsync(
            arguments,
            $"dataConnection(first: 3, order: {{ dimensions: {{ coloName: ASC }} }}{after}) "
            + "{ edges { node { dimensions { coloName } } } pageInfo { hasNextPage endCursor } }"))["dataConnection"]!;
    }

    /// <summary>Asks with the same credential each time, so that the answer comes from the cache.</summary>
    private async Task<JsonNode> AskAsync(string arguments, string selection) => (await app.AskAsync(
        $"{{ spectrumBytime(zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR{arguments}) {{ {selection} }} }}", variables: null, _credential))
        .Data()["spectrumBytime"]!;

    private static string NameOf(JsonNode? row) => row!["dimensions"]!["coloName"]!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode points) => points.AsArray().Select(static point => point.Compact());

    private static double Sum(JsonNode values) => values.AsArray().Sum(static value => value?.GetValue<double>() ?? 0);
}
