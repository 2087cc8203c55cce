using Gateway.Sandbox;

namespace Gateway.Tests.EndToEnd;

public sealed class RadarFieldTests(GatewayApp app) : IClassFixture<GatewayApp>
{
    [Theory]
    [InlineData("aggInterval: ONE_HOUR, dateRange: [\"1d\"]", "aggInterval=1h")]
    [InlineData("aggInterval: FIFTEEN_MINUTES, dateRange: [\"1d\"]", "aggInterval=15m")]
    [InlineData("aggInterval: ONE_DAY, dateRange: [\"14d\"]", "aggInterval=1d")]
    [InlineData("aggInterval: ONE_WEEK, dateRange: [\"12w\"]", "aggInterval=1w")]
    [InlineData("dateRange: [\"7d\", \"7dControl\"]", "dateRange=7d&dateRange=7dcontrol")]
    [InlineData("dateStart: [\"2026-01-01T01:00:00+01:00\"], dateEnd: [\"2026-01-02T00:00:00Z\"]", "dateStart=2026-01-01T00%3A00%3A00Z")]
    [InlineData("dateStart: [\"2026-01-01T00:00:00Z\"], dateEnd: [\"2026-01-02T00:00:00Z\"]", "dateEnd=2026-01-02T00%3A00%3A00Z")]
    [InlineData("ca: [\"x\"]", "ca=x")]
    [InlineData("caOwner: [\"Let's Encrypt\"]", "caOwner=Let%27s%20Encrypt")]
    [InlineData("duration: [GT_3D_LTE_7D]", "duration=GT_3D_LTE_7D")]
    [InlineData("entryType: [PRECERTIFICATE]", "entryType=PRECERTIFICATE")]
    [InlineData("expirationStatus: [VALID]", "expirationStatus=VALID")]
    [InlineData("hasIps: [true]", "hasIps=true")]
    [InlineData("hasWildcards: [false]", "hasWildcards=false")]
    [InlineData("log: [\"argon2024\"]", "log=argon2024")]
    [InlineData("logApi: [STATIC]", "logApi=STATIC")]
    [InlineData("logOperator: [\"Google\"]", "logOperator=Google")]
    [InlineData("publicKeyAlgorithm: [ECDSA]", "publicKeyAlgorithm=ECDSA")]
    [InlineData("signatureAlgorithm: [ECDSA_SHA_256]", "signatureAlgorithm=ECDSA_SHA_256")]
    [InlineData("tld: [\"com\"]", "tld=com")]
    [InlineData("uniqueEntries: [true]", "uniqueEntries=true")]
    [InlineData("validationLevel: [EXTENDED]", "validationLevel=EXTENDED")]
    [InlineData("series: [{ name: \"a\", dateRange: \"1d\", tld: \"com\" }, { name: \"b\", dateRange: \"1d\", tld: \"org\" }]", "tld=com&tld=org")]
    [InlineData("series: [{ dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-02T00:00:00Z\", uniqueEntries: true }]", "uniqueEntries=true")]
    public async Task Every_argument_reaches_the_wire(string arguments, string expected)
    {
        (await app.CtAsync(arguments)).Data();
        $"&{app.LastQuery}&".ShouldContain($"&{expected}&");
        app.Sandbox.Calls.Last[^1].Path.ShouldBe("/client/v4/radar/ct/timeseries");
    }

    [Fact]
    public async Task Names_stay_at_home_and_come_back_with_the_answer()
    {
        var answer = (await app.CtAsync("name: [\"today\", \"last week\"], dateRange: [\"1d\", \"1dcontrol\"]")).Data();
        answer["ctTimeseries"]!["series"].Compact().ShouldBe("""[{"name":"today"},{"name":"last week"}]""");
        app.LastQuery.ShouldContain("name=s0&name=s1");
        app.LastQuery.ShouldNotContain("today");
    }

    [Fact]
    public async Task A_whole_answer_agrees_with_itself()
    {
        var answer = (await app.CtAsync(
            "aggInterval: ONE_HOUR, series: [{ name: \"a\", dateRange: \"1d\" }, { name: \"b\", dateRange: \"1d\", validationLevel: DOMAIN }]".Replace("{ name: \"b\", dateRange: \"1d\", validationLevel: DOMAIN }", "{ name: \"b\", dateRange: \"1dcontrol\" }", StringComparison.Ordinal),
            """
            meta { aggInterval confidenceInfo { level annotations { dataSource description endDate eventType isInstantaneous linkedUrl startDate tags } }
            dateRange { startTime endTime } lastUpdated normalization units { name value } }
            series { name points { timestamp value } timestamps values } csv messages { message } freshness { status }
            """)).Data()["ctTimeseries"]!;
        answer["meta"]!["aggInterval"]!.GetValue<string>().ShouldBe("ONE_HOUR");
        answer["meta"]!["dateRange"]!.AsArray().Count.ShouldBe(2);
        foreach (var series in answer["series"]!.AsArray())
        {
            var points = series!["points"]!.AsArray();
            points.ShouldNotBeEmpty();
            series["timestamps"].Compact().ShouldBe($"[{string.Join(',', points.Select(point => point!["timestamp"].Compact()))}]");
            series["values"].Compact().ShouldBe($"[{string.Join(',', points.Select(point => point!["value"].Compact()))}]");
        }

        var csv = answer["csv"]!.GetValue<string>().Split('\n');
        csv[0].ShouldBe("a timestamps,a values,b timestamps,b values");
        var first = answer["series"]!.AsArray().Select(series => series!["points"]![0]!);
        csv[1].ShouldBe(string.Join(',', first.Select(point => $"{point["timestamp"]!.GetValue<string>()},{point["value"].Compact()}")));
        answer["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");
    }

    [Theory]
    [InlineData("tld", "tld: [\"com\"], log: [\"argon2024\"]")]
    [InlineData("dateRange", "dateRange: [\"0d\"]")]
    [InlineData("dateRange", "dateRange: [\"7d\"], dateStart: [\"2026-01-01T00:00:00Z\"], dateEnd: [\"2026-01-02T00:00:00Z\"]")]
    [InlineData("dateStart", "dateStart: [\"2026-01-01T00:00:00Z\"]")]
    [InlineData("name", "name: [\"meta\"]")]
    [InlineData("name", "name: [\"a\", \"a\"], dateRange: [\"1d\", \"1d\"]")]
    [InlineData("series", "series: [{ dateRange: \"1d\" }], tld: [\"com\"]")]
    [InlineData("series", "series: [{ dateRange: \"1d\" }, { dateRange: \"1d\", tld: \"com\", log: \"argon2024\" }]")]
    public async Task What_the_gateway_refuses_never_leaves_it(string argument, string arguments)
    {
        var before = app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);
        var refusal = (await app.CtAsync(arguments)).Refusal();
        refusal.Code().ShouldBe("BAD_USER_INPUT");
        refusal["argument"]!.GetValue<string>().ShouldStartWith(argument);
        app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries).ShouldBe(before);
    }

    [Fact]
    public async Task Lists_of_different_lengths_are_named_with_their_lengths()
    {
        var answer = await app.CtAsync("dateRange: [\"7d\", \"7dcontrol\"], validationLevel: [DOMAIN]");
        answer.Refusal().Code().ShouldBe("BAD_USER_INPUT");
        var message = answer["errors"]![0]!["message"]!.GetValue<string>();
        message.ShouldContain("dateRange");
        message.ShouldContain("validationLevel");
        message.ShouldContain("2");
        message.ShouldContain("1");
    }

    [Fact]
    public async Task A_series_that_cloudflare_names_itself_keeps_that_name()
    {
        Serve(200, """{"success":true,"result":{"serie_0":{"timestamps":[],"values":[]},"s5":{"timestamps":[],"values":[]}}}""");
        (await app.CtAsync("dateRange: [\"5d\"]")).Data()["ctTimeseries"]!["series"].Compact().ShouldBe("""[{"name":"s5"},{"name":"serie_0"}]""");
    }

    /// <summary>One cached answer, requested with two sets of names, often enough that its fragments are cached.</summary>
    [Fact]
    public async Task Series_and_units_have_the_names_of_each_request()
    {
        Serve(200, """{"success":true,"result":{"s0":{"timestamps":[],"values":[]},"meta":{"units":[{"name":"s0","value":"v"},{"name":"*","value":"w"}]}}}""");
        var calls = app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);
        for (var i = 0; i < 10; i++)
        {
            foreach (var name in (string[])["a", "b"])
            {
                var inline = $$"""{ ctTimeseries(dateRange: ["9d"], name: ["{{name}}"]) { meta { units { name } } series { name } } }""";
                const string Document = """query ($name: [String!]) { ctTimeseries(dateRange: ["9d"], name: $name) { meta { units { name } } series { name } } }""";
                foreach (var asked in new[] { app.AskAsync(inline, null, Token), app.AskAsync(Document, new { name = new[] { name } }, Token) })
                {
                    (await asked).Data()["ctTimeseries"].Compact()
                        .ShouldBe($$$"""{"meta":{"units":[{"name":"{{{name}}}"},{"name":"*"}]},"series":[{"name":"{{{name}}}"}]}""");
                }
            }
        }

        app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries).ShouldBe(calls + 1);
    }

    [Fact]
    public async Task A_refusal_of_radars_own_kind_has_no_code_and_is_told_all_the_same()
    {
        Serve(400, """{"success":false,"errors":[{"message":"aggInterval too fine"}],"result":{}}""");
        var answer = await app.CtAsync("dateRange: [\"364d\"]");
        answer.Refusal().Code().ShouldBe("UPSTREAM_REJECTED");
        answer.Refusal()["cloudflare"]!["errors"].Compact().ShouldBe("""[{"code":null,"message":"aggInterval too fine","documentationUrl":null,"pointer":null}]""");
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("aggInterval too fine");
    }

    [Fact]
    public async Task A_result_that_is_no_series_of_points_is_an_invalid_response()
    {
        Serve(200, """{"success":true,"result":{"s0":{"timestamps":["soon"],"values":["1"]}}}""");
        (await app.CtAsync("dateRange: [\"6d\"]")).Refusal().Code().ShouldBe("UPSTREAM_INVALID_RESPONSE");
    }

    [Fact]
    public async Task The_example_of_the_api_documents_is_read_without_an_error()
    {
        app.Sandbox.Serve(SandboxEndpoint.CtTimeseries, 200, "application/json", SpectrumFieldTests.Example("Radar/Examples/ct-timeseries.json"));
        var answer = (await app.CtAsync("", "meta { aggInterval normalization lastUpdated confidenceInfo { level annotations { dataSource eventType tags } } } series { name }")).Data();
        answer["ctTimeseries"].Compact().ShouldBe("""
            {"meta":{"aggInterval":"FIFTEEN_MINUTES","normalization":"PERCENTAGE","lastUpdated":"2019-12-27T18:11:19.117Z","confidenceInfo":{"level":0,"annotations":[{"dataSource":"ALL","eventType":"EVENT","tags":[]}]}},"series":[]}
            """.Trim());
    }

    private static readonly (string, string) Token = ("Authorization", "Bearer a-token-that-asks-in-two-names");

    private void Serve(int status, string body) => app.Sandbox.Serve(SandboxEndpoint.CtTimeseries, status, "application/json", body);
}
