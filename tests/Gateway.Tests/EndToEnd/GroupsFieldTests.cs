using System.Text.Json.Nodes;
using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

/// <summary><c>ctTimeseriesGroups</c> and <c>ctSummary</c> over real HTTP.</summary>
public sealed class GroupsFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    private const string Day = "dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-02T00:00:00Z\"";

    private static readonly string[] Dimensions =
    [
        "CA", "CA_OWNER", "DURATION", "ENTRY_TYPE", "EXPIRATION_STATUS", "HAS_IPS", "HAS_WILDCARDS", "LOG", "LOG_API", "LOG_OPERATOR",
        "PUBLIC_KEY_ALGORITHM", "SIGNATURE_ALGORITHM", "TLD", "VALIDATION_LEVEL",
    ];

    public static TheoryData<string, string, string> Arguments
    {
        get
        {
            var all = new TheoryData<string, string, string>();
            foreach (var dimension in Dimensions)
            {
                all.Add(dimension, "", "normalization=RAW_VALUES&name=s0");
            }

            foreach (var (arguments, query) in new[]
            {
                ("limitPerGroup: 2", "limitPerGroup=2&normalization=RAW_VALUES&name=s0"),
                ("normalization: RAW_VALUES", "normalization=RAW_VALUES&name=s0"),
                ("normalization: PERCENTAGE", "normalization=PERCENTAGE&name=s0"),
                ("series: [{ name: \"mine\", dateRange: \"7dControl\" }]", "name=s0&dateRange=7dcontrol"),
                ($"series: [{{ {Day} }}]", "dateStart=2026-01-01T00%3A00%3A00Z&dateEnd=2026-01-02T00%3A00%3A00Z"),
                ("series: [{ ca: \"x\" }]", "ca=x"),
                ("series: [{ caOwner: \"Let's Encrypt\" }]", "caOwner=Let%27s%20Encrypt"),
                ("series: [{ duration: GT_200D }]", "duration=GT_200D"),
                ("series: [{ entryType: CERTIFICATE }]", "entryType=CERTIFICATE"),
                ("series: [{ expirationStatus: EXPIRED }]", "expirationStatus=EXPIRED"),
                ("series: [{ hasIps: true }]", "hasIps=true"),
                ("series: [{ hasWildcards: false }]", "hasWildcards=false"),
                ("series: [{ log: \"argon2024\" }]", "log=argon2024"),
                ("series: [{ logApi: STATIC }]", "logApi=STATIC"),
                ("series: [{ logOperator: \"Google\" }]", "logOperator=Google"),
                ("series: [{ publicKeyAlgorithm: RSA }]", "publicKeyAlgorithm=RSA"),
                ("series: [{ signatureAlgorithm: PSS_SHA_256 }]", "signatureAlgorithm=PSS_SHA_256"),
                ("series: [{ tld: \"com\" }]", "tld=com"),
                ("series: [{ uniqueEntries: true }]", "uniqueEntries=true"),
                ("series: [{ validationLevel: EXTENDED }]", "validationLevel=EXTENDED"),
                ("series: [{ dateRange: \"1d\", tld: \"com\" }, { dateRange: \"1d\", tld: \"org\" }]", "tld=com&tld=org"),
            })
            {
                all.Add("CA", arguments, query);
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task Every_argument_reaches_the_wire(string dimension, string arguments, string expected)
    {
        foreach (var (field, path) in new[] { ("ctTimeseriesGroups", "timeseries_groups"), ("ctSummary", "summary") })
        {
            (await AskAsync($"{field}(dimension: {dimension}, {arguments})", "series { name }")).Data();
            $"&{app.LastQuery}&".ShouldContain($"&{expected}&");
            app.Sandbox.Calls.Last[^1].Path.ShouldBe($"/client/v4/radar/ct/{path}/{dimension}");
        }
    }

    [Fact]
    public async Task An_interval_reaches_the_wire()
    {
        (await AskAsync("ctTimeseriesGroups(dimension: TLD, aggInterval: ONE_DAY, limitPerGroup: 3)", "csv")).Data();
        app.LastQuery.ShouldBe("aggInterval=1d&limitPerGroup=3&normalization=RAW_VALUES&name=s0");
    }

    [Fact]
    public async Task A_whole_answer_agrees_with_itself_and_with_the_other_fields()
    {
        var data = (await app.AskAsync($$"""
            {
              ctTimeseries(aggInterval: ONE_HOUR, series: [{ {{Day}} }]) { series { values timestamps } }
              ctTimeseriesGroups(dimension: CA_OWNER, aggInterval: ONE_HOUR, series: [{ name: "day", {{Day}} }]) {
                meta { aggInterval normalization units { name value } dateRange { startTime endTime } lastUpdated confidenceInfo { level } }
                series {
                  name aggInterval dateRange { startTime endTime } lastUpdated unit completePoints timestamps
                  groups { key total values points { timestamp value complete } }
                }
                csv messages { message } freshness { status }
              }
              ctSummary(dimension: CA_OWNER, series: [{ name: "day", {{Day}} }]) {
                meta { aggInterval normalization units { name value } lastUpdated }
                series { name dateRange { startTime endTime } lastUpdated unit groups { key value } }
                csv messages { message } freshness { status }
              }
            }
            """)).Data();
        var (groups, summary) = (data["ctTimeseriesGroups"]!, data["ctSummary"]!);
        var series = groups["series"]!.AsArray().ShouldHaveSingleItem()!;
        (series["name"].Compact(), series["aggInterval"].Compact(), series["unit"].Compact(), series["completePoints"].Compact())
            .ShouldBe(("\"day\"", "\"ONE_HOUR\"", "\"certificates\"", "24"));
        var of = series["groups"]!.AsArray();
        of.Select(group => (string)group!["key"]!).ShouldBe(["Northwind Trust", "Contoso Trust Services", "Fabrikam", "Adatum \"CA\", Ltd.", "Litware"]);
        of.Select(group => (double)group!["total"]!).ShouldBeInOrder(SortDirection.Descending);
        foreach (var group in of)
        {
            ((double)group!["total"]!).ShouldBe(Numbers(group["values"]).Sum());
            group["points"]!.AsArray().Select(point => point!["value"].Compact()).ShouldBe(group["values"]!.AsArray().Select(value => value.Compact()));
            group["points"]!.AsArray().Select(point => point!["timestamp"].Compact()).ShouldBe(series["timestamps"]!.AsArray().Select(time => time.Compact()));
            group["points"]!.AsArray().ShouldAllBe(point => (bool)point!["complete"]!);
        }

        of.Aggregate(new double[24], (sum, group) => [.. sum.Zip(Numbers(group!["values"]), (a, b) => a + b)])
            .ShouldBe(Numbers(data["ctTimeseries"]!["series"]![0]!["values"]));
        summary["series"]![0]!["groups"]!.AsArray().Select(group => (group!["key"].Compact(), group["value"].Compact()))
            .ShouldBe(of.Select(group => (group!["key"].Compact(), group["total"].Compact())));
        summary["meta"]!["aggInterval"].ShouldBeNull();
        groups["csv"]!.GetValue<string>().ShouldStartWith(
            "day timestamps,day Northwind Trust,day Contoso Trust Services,day Fabrikam,\"day Adatum \"\"CA\"\", Ltd.\",day Litware\n2026-01-01T00:00:00Z,");
        summary["csv"]!.GetValue<string>().Split('\n').ShouldBe(
            ["series,key,value", .. of.Select(group => $"day,{((string)group!["key"]!).Replace("Adatum \"CA\", Ltd.", "\"Adatum \"\"CA\"\", Ltd.\"", StringComparison.Ordinal)},{group["total"].Compact()}"), ""]);
    }

    [Fact]
    public async Task Percentages_have_no_total_and_are_ordered_all_the_same()
    {
        var groups = (await AskAsync($"ctTimeseriesGroups(dimension: PUBLIC_KEY_ALGORITHM, normalization: PERCENTAGE, series: [{{ {Day} }}])", "meta { normalization } series { groups { key total } }"))
            .Data()["ctTimeseriesGroups"];
        groups.Compact().ShouldBe("""{"meta":{"normalization":"PERCENTAGE"},"series":[{"groups":[{"key":"ECDSA","total":null},{"key":"RSA","total":null},{"key":"DSA","total":null}]}]}""");
    }

    /// <summary>Percentages are of each series' own total, so calls don't matter.</summary>
    [Theory]
    [InlineData("ctTimeseriesGroups", "normalization: PERCENTAGE")]
    [InlineData("ctTimeseriesGroups", "normalization: RAW_VALUES")]
    [InlineData("ctSummary", "normalization: PERCENTAGE")]
    [InlineData("ctSummary", "limitPerGroup: 3")]
    public async Task A_mix_of_series_is_asked_for_in_several_calls_and_each_has_the_groups_that_it_has_alone(string field, string arguments)
    {
        (string Name, string Input)[] all = [("all", Day), ("com", $"{Day}, tld: \"com\""), ("before", "dateStart: \"2025-12-31T00:00:00Z\", dateEnd: \"2026-01-01T00:00:00Z\""), ("org", $"{Day}, tld: \"org\"")];
        var selection = field == "ctSummary" ? "series { name groups { key value } }" : "series { name groups { key values total } }";
        var before = app.Sandbox.Calls.Last.Count;
        var mixed = (await AskAsync($"{field}(dimension: CA, {arguments}, series: [{string.Join(", ", all.Select(one => $"{{ name: \"{one.Name}\", {one.Input} }}"))}])", selection)).Data()[field]!["series"]!.AsArray();
        mixed.Select(series => (string)series!["name"]!).ShouldBe(all.Select(one => one.Name));
        app.Sandbox.Calls.Last.TakeLast(2).ShouldAllBe(call => call.Path.EndsWith("/CA", StringComparison.Ordinal));
        app.Sandbox.Calls.Last[^1].Query.ShouldNotBe(app.Sandbox.Calls.Last[^2].Query);
        foreach (var ((name, input), series) in all.Zip(mixed))
        {
            var alone = (await AskAsync($"{field}(dimension: CA, {arguments}, series: [{{ name: \"{name}\", {input} }}])", selection)).Data()[field]!["series"]![0];
            series.Compact().ShouldBe(alone.Compact());
        }
    }

    [Theory]
    [InlineData("ctTimeseriesGroups(dimension: CA, limitPerGroup: 1)", "limitPerGroup", "`limitPerGroup` must be at least 2; it is 1.")]
    [InlineData("ctSummary(dimension: CA, limitPerGroup: -5)", "limitPerGroup", "`limitPerGroup` must be at least 2; it is -5.")]
    [InlineData("ctSummary(dimension: TLD, series: [{}, { dateRange: \"1d\", log: \"x\" }])", "series", "`series[1].log` cannot stand together with `dimension: TLD`.")]
    [InlineData("ctSummary(dimension: TLD, series: [{ entryType: CERTIFICATE }])", "series", "`series[0].entryType` cannot stand together with `dimension: TLD`.")]
    [InlineData("ctSummary(dimension: LOG, series: [{ tld: \"com\" }])", "series", "`series[0].tld` cannot stand together with `dimension: LOG`.")]
    [InlineData("ctTimeseriesGroups(dimension: LOG_API, series: [{ tld: \"com\" }])", "series", "`series[0].tld` cannot stand together with `dimension: LOG_API`.")]
    [InlineData("ctTimeseriesGroups(dimension: LOG_OPERATOR, series: [{ tld: \"com\" }])", "series", "`series[0].tld` cannot stand together with `dimension: LOG_OPERATOR`.")]
    [InlineData("ctTimeseriesGroups(dimension: ENTRY_TYPE, series: [{ tld: \"com\" }])", "series", "`series[0].tld` cannot stand together with `dimension: ENTRY_TYPE`.")]
    [InlineData("ctTimeseriesGroups(dimension: CA, series: [])", "series", "A request has 1 to 20 series; this one has 0.")]
    [InlineData("ctTimeseriesGroups(dimension: CA, series: [{ dateStart: \"2026-01-01T00:00:00Z\" }])", "series", "`series[0].dateStart` needs `dateEnd` beside it.")]
    public async Task What_the_gateway_refuses_never_leaves_it(string field, string argument, string message)
    {
        var before = (app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseriesGroups), app.Sandbox.Calls.Count(SandboxEndpoint.CtSummary));
        var answer = await AskAsync(field, "csv");
        (answer.Refusal().Code(), (string)answer.Refusal()["argument"]!, answer.Message()).ShouldBe(("BAD_USER_INPUT", argument, message));
        (app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseriesGroups), app.Sandbox.Calls.Count(SandboxEndpoint.CtSummary)).ShouldBe(before);
    }

    [Fact]
    public async Task What_Cloudflare_refuses_is_told_with_its_words()
    {
        var answer = await AskAsync("ctSummary(dimension: HAS_IPS, limitPerGroup: 5)", "csv");
        answer.Refusal().Code().ShouldBe("UPSTREAM_REJECTED");
        answer.Message().ShouldContain("limitPerGroup is not available for HAS_IPS");
    }

    [Fact]
    public async Task An_interval_that_is_too_fine_gets_the_next_one_as_advice()
    {
        var refusal = (await AskAsync("ctTimeseriesGroups(dimension: CA, aggInterval: ONE_HOUR, series: [{ dateRange: \"12w\" }])", "csv")).Refusal();
        (refusal.Code(), (string)refusal["argument"]!, (string)refusal["suggestion"]!).ShouldBe(("UPSTREAM_REJECTED", "aggInterval", "ONE_DAY"));
    }

    [Theory]
    [InlineData("ctTimeseriesGroups")]
    [InlineData("ctSummary")]
    public async Task A_token_without_the_right_is_told_which_one(string field)
    {
        var refusal = (await app.AskAsync($"{{ {field}(dimension: CA) {{ csv }} }}", null, ("Authorization", $"Bearer {SandboxCredentials.Forbidden}"))).Refusal();
        (refusal.Code(), (string)refusal["permission"]!).ShouldBe(("FORBIDDEN", "Account > Radar > Read, or User Details > Read"));
    }

    /// <summary>Often enough that the request is prepared and its fragments are cached. The default is a value like any other.</summary>
    [Theory]
    [InlineData("ctTimeseriesGroups", SandboxEndpoint.CtTimeseriesGroups)]
    [InlineData("ctSummary", SandboxEndpoint.CtSummary)]
    public async Task Equal_requests_make_one_call(string field, SandboxEndpoint endpoint)
    {
        var before = app.Sandbox.Calls.Count(endpoint);
        string? first = null;
        for (var i = 0; i < 5; i++)
        {
            foreach (var arguments in (string[])["", ", normalization: RAW_VALUES", ", series: [{ name: \"serie_0\" }]"])
            {
                var answer = (await app.AskAsync($"{{ {field}(dimension: LOG{arguments}) {{ series {{ name groups {{ key }} }} freshness {{ status }} }} }}", null, ("Authorization", $"Bearer equal-{field}"))).Data()[field]!;
                ((string)answer["freshness"]!["status"]!).ShouldBe(first is null ? "MISS" : "HIT");
                (first ??= answer["series"].Compact()).ShouldBe(answer["series"].Compact());
            }
        }

        app.Sandbox.Calls.Count(endpoint).ShouldBe(before + 1);
    }

    /// <summary>Cloudflare's published schemas have these names, whatever the request's.</summary>
    [Fact]
    public async Task Series_that_Cloudflare_numbers_have_the_names_of_the_request()
    {
        app.Sandbox.Serve(SandboxEndpoint.CtSummary, 200, "application/json", """{"success":true,"result":{"summary_0":{"new-KEY":"1.5","other":"7","odd":null,"list":[1]},"meta":{}}}""");
        var summary = (await AskAsync("ctSummary(dimension: CA, series: [{ name: \"mine\", dateRange: \"3d\" }])", "series { name groups { key value } }")).Data()["ctSummary"];
        summary.Compact().ShouldBe("""{"series":[{"name":"mine","groups":[{"key":"other","value":7},{"key":"new-KEY","value":1.5},{"key":"odd","value":null}]}]}""");

        app.Sandbox.Serve(SandboxEndpoint.CtTimeseriesGroups, 200, "application/json", """{"success":true,"result":{"serie_0":{"a":["1",null],"timestamps":["2026-01-01T00:00:00Z","2026-01-01T01:00:00Z"],"b":["x","5"]},"meta":{}}}""");
        var groups = (await AskAsync("ctTimeseriesGroups(dimension: CA, series: [{ name: \"mine\", dateRange: \"3d\" }])", "series { name groups { key total values } }")).Data()["ctTimeseriesGroups"];
        groups.Compact().ShouldBe("""{"series":[{"name":"mine","groups":[{"key":"b","total":5,"values":[null,5]},{"key":"a","total":1,"values":[1,null]}]}]}""");
    }

    [Theory]
    [InlineData(SandboxEndpoint.CtSummary, "ctSummary", """{"summary_0":{"a":"1","a":"2"}}""")]
    [InlineData(SandboxEndpoint.CtSummary, "ctSummary", """{"summary_0":{},"s0":{}}""")]
    [InlineData(SandboxEndpoint.CtTimeseriesGroups, "ctTimeseriesGroups", """{"serie_0":{"timestamps":[],"a":[],"a":[]}}""")]
    [InlineData(SandboxEndpoint.CtTimeseriesGroups, "ctTimeseriesGroups", """{"serie_0":{"timestamps":["2026-01-01T00:00:00Z"],"a":["1","2"]}}""")]
    [InlineData(SandboxEndpoint.CtTimeseriesGroups, "ctTimeseriesGroups", """{"serie_0":{"timestamps":["2026-01-01T00:00:00Z"],"a":[]}}""")]
    [InlineData(SandboxEndpoint.CtTimeseriesGroups, "ctTimeseriesGroups", """{"serie_0":{"timestamps":["soon"],"a":["1"]}}""")]
    public async Task What_is_ambiguous_is_an_invalid_response(SandboxEndpoint endpoint, string field, string result)
    {
        app.Sandbox.Serve(endpoint, 200, "application/json", $$"""{"success":true,"result":{{result}}}""");
        (await AskAsync($"{field}(dimension: CA, series: [{{ dateRange: \"2d\" }}])", "csv")).Refusal().Code().ShouldBe("UPSTREAM_INVALID_RESPONSE");
    }

    /// <summary>The filter of the groups is not that of the series: it works on what came.</summary>
    [Fact]
    public async Task Groups_and_their_points_are_filtered_and_sorted_without_a_call_of_their_own()
    {
        const string Asked = $"dimension: CA_OWNER, aggInterval: ONE_HOUR, series: [{{ {Day} }}]";
        (string Name, string Value) credential = ("Authorization", "Bearer groups-by-key");
        var all = (await app.AskAsync($"{{ ctTimeseriesGroups({Asked}) {{ csv series {{ groups {{ key total points {{ timestamp value }} }} }} }} }}", null, credential))
            .Data()["ctTimeseriesGroups"]!;
        var groups = Groups(all);
        var (total, value) = (Totals(groups).Order().ElementAt(1), groups.SelectMany(Points).Max());
        var calls = app.Sandbox.Calls.Last.Count;
        for (var run = 0; run < 2; run++)
        {
            var answer = (await app.AskAsync(
                $$"""
                query($least: Float, $value: Float, $peak: CtPointFilterInput) { ctTimeseriesGroups({{Asked}}) { csv series {
                  groups { key }
                  byKey: groups(where: { total: { gte: $least } }, order: { key: DESC }) { key total }
                  peaks: groups(where: { points: { some: { value: { gte: $value } } } }) { points(where: $peak) { value } }
                  smallest: groups(order: { total: ASC }) { key points(order: { value: ASC }) { value } }
                } } }
                """,
                new { least = total, value, peak = new { value = new { gte = value } } },
                credential)).Data()["ctTimeseriesGroups"]!;
            var series = answer["series"]![0]!;
            Keys(series["groups"]).ShouldBe(Keys(groups));
            Keys(series["byKey"]).ShouldBe(groups.Where(group => (double)group!["total"]! >= total).Select(Key).OrderDescending(StringComparer.Ordinal));
            series["peaks"]!.AsArray().ShouldHaveSingleItem()!["points"].Compact().ShouldBe(FormattableString.Invariant($$"""[{"value":{{value}}}]"""));
            Keys(series["smallest"]).ShouldBe(groups.Reverse().Select(Key));
            Points(series["smallest"]![0]).ShouldBe(Points(groups[^1]).Order());
            answer["csv"].Compact().ShouldBe(all["csv"].Compact());
        }

        app.Sandbox.Calls.Last.Count.ShouldBe(calls);

        static JsonArray Groups(JsonNode answer) => answer["series"]![0]!["groups"]!.AsArray();

        static IEnumerable<double> Totals(JsonArray groups) => groups.Select(group => (double)group!["total"]!);

        static IEnumerable<double> Points(JsonNode? group) => group!["points"]!.AsArray().Select(point => (double)point!["value"]!);
    }

    [Fact]
    public async Task Groups_of_a_summary_are_filtered_and_sorted_without_a_call_of_their_own()
    {
        const string Asked = $"dimension: TLD, limitPerGroup: 6, series: [{{ {Day} }}, {{ {Day}, hasIps: true }}]";
        (string Name, string Value) credential = ("Authorization", "Bearer summary-by-key");
        var all = (await app.AskAsync($"{{ ctSummary({Asked}) {{ series {{ name groups {{ key value }} }} }} }}", null, credential))
            .Data()["ctSummary"]!["series"]!.AsArray();
        var calls = app.Sandbox.Calls.Last.Count;
        var answer = (await app.AskAsync(
            "query($where: CtSummaryGroupFilterInput, $order: [CtSummaryGroupSortInput!]) "
                + $"{{ ctSummary({Asked}) {{ series {{ name groups(where: $where, order: $order) {{ key value }} }} }} }}",
            new
            {
                where = new { or = new object[] { new { key = new { startsWith = "o" } }, new { key = new { @in = new[] { "com", "io" } } } }, key = new { neq = "other" } },
                order = new[] { new { key = "ASC" } },
            },
            credential)).Data()["ctSummary"]!["series"]!.AsArray();
        foreach (var (series, before) in answer.Zip(all))
        {
            series!["name"].Compact().ShouldBe(before!["name"].Compact());
            series["groups"]!.AsArray().Select(group => group.Compact()).ShouldBe(before["groups"]!.AsArray()
                .Where(group => Key(group) is "org" or "com" or "io").OrderBy(Key, StringComparer.Ordinal).Select(group => group.Compact()));
            series["groups"]!.AsArray().Count.ShouldBeGreaterThan(1);
        }

        app.Sandbox.Calls.Last.Count.ShouldBe(calls);
    }

    private static string Key(JsonNode? group) => (string)group!["key"]!;

    private static IEnumerable<string> Keys(JsonNode? groups) => groups!.AsArray().Select(Key);

    private static double[] Numbers(JsonNode? values) => [.. values!.AsArray().Select(value => (double)value!)];

    private Task<JsonNode> AskAsync(string field, string selection) => app.AskAsync($"{{ {field} {{ {selection} }} }}");
}
