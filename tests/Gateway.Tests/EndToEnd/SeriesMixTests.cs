using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Gateway.Sandbox;
using Gateway.Sandbox.Faults;
using Microsoft.Extensions.Logging;

namespace Gateway.Tests.EndToEnd;

/// <summary>Series of one field that Cloudflare can't answer in one call.</summary>
public sealed class SeriesMixTests : IAsyncLifetime
{
    private const string Document = "query($series: [CtSeriesInput!]) { ctTimeseries(aggInterval: ONE_DAY, series: $series) "
        + "{ series { name timestamps values } csv freshness { status } } }";

    private const string Days = "dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-08T00:00:00Z\"";

    private const string FiveCalls = "{ ctTimeseries(dateRange: [\"1d\", \"2d\", \"3d\", \"4d\", \"5d\"]) { series { name } } }";

    private static readonly (string, string) Token = ("Authorization", "Bearer a-token-that-mixes");

    private readonly GatewayApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>20 series with five sets of filters.</summary>
    private static JsonObject[] Twenty =>
    [
        .. Of("com", "org", "net", "de").Select(tld => Series($"tld {tld}", ("tld", tld))),
        .. Of("a", "b", "c", "d").Select(ca => Series($"ca {ca}", ("ca", ca))),
        .. Of("RSA", "DSA", "ECDSA").Select(key => Series(key, ("publicKeyAlgorithm", key))),
        Series("week before", ("publicKeyAlgorithm", "RSA"), ("dateStart", "2025-12-25T00:00:00Z"), ("dateEnd", "2026-01-01T00:00:00Z")),
        .. Of("a", "b", "c", "d").Select(ca => Series($"ca {ca} with IPs", ("hasIps", true), ("ca", ca))),
        Series("all", []),
        Series("all, a week before", ("dateStart", "2025-12-25T00:00:00Z"), ("dateEnd", "2026-01-01T00:00:00Z")),
        Series("all, two weeks before", ("dateStart", "2025-12-18T00:00:00Z"), ("dateEnd", "2025-12-25T00:00:00Z")),
        Series("all, three weeks before", ("dateStart", "2025-12-11T00:00:00Z"), ("dateEnd", "2025-12-18T00:00:00Z")),
    ];

    [Fact]
    public async Task Twenty_series_with_five_sets_of_filters_make_five_calls_in_whatever_order()
    {
        // A mixed order, so that no set of filters stands together.
        JsonObject[] mixed = [.. Twenty.OrderBy(series => Name(series).Length).ThenBy(Name, StringComparer.Ordinal)];
        var first = await MixAsync(mixed);
        Calls.ShouldBe(5);
        Names(first).ShouldBe(mixed.Select(Name));
        first["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");

        var turned = await MixAsync([.. mixed.Reverse()]);
        Calls.ShouldBe(5);
        Names(turned).ShouldBe(mixed.Reverse().Select(Name));
        turned["freshness"]!["status"]!.GetValue<string>().ShouldBe("HIT");
        turned["series"]!.AsArray().Reverse().Select(series => series.Compact()).ShouldBe(first["series"]!.AsArray().Select(series => series.Compact()));
    }

    [Fact]
    public async Task An_added_series_makes_one_call()
    {
        JsonObject[] nineteen = [.. Twenty.Skip(1)];
        await MixAsync(nineteen);
        Calls.ShouldBe(5);

        var added = await MixAsync([Series("added", ("ca", "e")), .. nineteen]);
        Calls.ShouldBe(6);
        Names(added)[0].ShouldBe("added");
        added["freshness"]!["status"]!.GetValue<string>().ShouldBe("MISS");
    }

    /// <summary>Often enough that the requests are prepared and their fragments cached.</summary>
    [Fact]
    public async Task Each_series_of_a_mix_has_the_points_that_it_has_alone()
    {
        var alone = new Dictionary<string, string>();
        foreach (var series in Twenty)
        {
            alone[Name(series)] = (await MixAsync([series]))["series"]![0].Compact();
        }

        for (var i = 0; i < 5; i++)
        {
            var mixed = await MixAsync([.. Twenty.Reverse()]);
            mixed["series"]!.AsArray().Select(series => series.Compact()).ShouldBe(Twenty.Reverse().Select(series => alone[Name(series)]));
            var header = mixed["csv"]!.GetValue<string>().Split('\n')[0];
            header.ShouldStartWith("\"all, three weeks before timestamps\",\"all, three weeks before values\",");
            header.ShouldEndWith(",tld com timestamps,tld com values");
        }
    }

    [Theory]
    // Not all have the filter, in an order that Cloudflare's lists can't express.
    [InlineData($"{{ name: \"a\", {Days} }}, {{ name: \"b\", {Days}, tld: \"com\" }}", 2)]
    [InlineData($"{{ name: \"a\", {Days}, tld: \"com\" }}, {{ name: \"b\", {Days} }}, {{ name: \"c\", {Days}, tld: \"org\" }}", 2)]
    // Filters that exclude each other in one series.
    [InlineData($"{{ name: \"a\", {Days}, tld: \"com\" }}, {{ name: \"b\", {Days}, log: \"argon2024\" }}", 2)]
    // Dates of both forms, of other lengths, and none.
    [InlineData($"{{ name: \"a\", {Days} }}, {{ name: \"b\", dateRange: \"7d\" }}", 2)]
    [InlineData("{ name: \"a\", dateRange: \"7d\" }, { name: \"b\", dateRange: \"1W\" }, { name: \"c\", dateRange: \"7dControl\" }", 1)]
    [InlineData("{ name: \"a\", dateRange: \"7d\" }, { name: \"b\", dateRange: \"8d\" }, { name: \"c\", dateRange: \"7dcontrol\" }", 2)]
    [InlineData("{ name: \"a\" }, { name: \"b\", dateRange: \"7d\" }, { name: \"c\", tld: \"com\" }, { name: \"d\", tld: \"org\" }", 4)]
    // The same series twice.
    [InlineData("{ name: \"a\", dateRange: \"9d\" }, { name: \"b\", dateRange: \"9D\" }", 1)]
    [InlineData("{ name: \"a\", tld: \"com\" }, { name: \"b\", tld: \"com\" }", 1)]
    public async Task What_one_call_cannot_carry_is_asked_in_several(string series, int calls)
    {
        var answer = (await _app.CtAsync($"series: [{series}]", "series { name points { timestamp } }")).Data()["ctTimeseries"]!;
        string.Concat(Names(answer)).ShouldBe("abcd"[..answer["series"]!.AsArray().Count]);
        answer["series"]!.AsArray().ShouldAllBe(one => one!["points"]!.AsArray().Count > 0);
        Calls.ShouldBe(calls);
    }

    [Fact]
    public async Task Each_series_says_what_is_true_of_its_own_call()
    {
        var answer = (await _app.CtAsync(
            "series: [{ name: \"year\", dateStart: \"2025-01-01T00:00:00Z\", dateEnd: \"2025-12-31T00:00:00Z\" }, "
                + "{ name: \"day\", dateStart: \"2025-01-01T00:00:00Z\", dateEnd: \"2025-01-02T00:00:00Z\" }]",
            "series { name aggInterval dateRange { startTime endTime } lastUpdated unit } "
                + "meta { aggInterval dateRange { endTime } normalization lastUpdated units { name value } confidenceInfo { level annotations { startDate } } }"))
            .Data()["ctTimeseries"]!;
        var (year, day) = (answer["series"]![0]!, answer["series"]![1]!);
        year["aggInterval"].Compact().ShouldBe("\"ONE_DAY\"");
        day["aggInterval"].Compact().ShouldBe("\"FIFTEEN_MINUTES\"");
        year["dateRange"].Compact().ShouldBe("""{"startTime":"2025-01-01T00:00:00Z","endTime":"2025-12-31T00:00:00Z"}""");
        day["dateRange"].Compact().ShouldBe("""{"startTime":"2025-01-01T00:00:00Z","endTime":"2025-01-02T00:00:00Z"}""");
        year["unit"].Compact().ShouldBe("\"certificates\"");
        day["lastUpdated"].ShouldNotBeNull();

        answer["meta"]!["aggInterval"].ShouldBeNull();
        answer["meta"]!["normalization"].Compact().ShouldBe("\"RAW_VALUES\"");
        answer["meta"]!["dateRange"].Compact().ShouldBe("""[{"endTime":"2025-12-31T00:00:00Z"},{"endTime":"2025-01-02T00:00:00Z"}]""");
        answer["meta"]!["units"].Compact().ShouldBe("""[{"name":"*","value":"certificates"}]""");
        answer["meta"]!["lastUpdated"].Compact().ShouldBeOneOf(year["lastUpdated"].Compact(), day["lastUpdated"].Compact());

        // The first of January is in both calls' periods.
        answer["meta"]!["confidenceInfo"]!["annotations"]!.AsArray().Select(one => one.Compact()).ShouldBeUnique();
    }

    [Fact]
    public async Task Dates_are_rounded_down_to_15_minutes_before_the_key_is_made()
    {
        foreach (var (start, end) in new[] { ("00:00:00", "10:15:00"), ("00:14:59.999", "10:29:59"), ("00:07:30", "10:15:00.001") })
        {
            (await _app.AskAsync(
                $"{{ ctTimeseries(dateStart: \"2026-01-03T{start}Z\", dateEnd: \"2026-01-04T{end}Z\") {{ series {{ name }} }} }}", null, Token)).Data();
        }

        Calls.ShouldBe(1);
        _app.LastQuery.ShouldBe("name=s0&dateStart=2026-01-03T00%3A00%3A00Z&dateEnd=2026-01-04T10%3A15%3A00Z");
    }

    [Fact]
    public async Task A_part_that_fails_fails_the_field_and_names_its_series_while_the_others_stay_cached()
    {
        const string Fine = "{ name: \"fine\", dateStart: \"2026-01-01T00:00:00Z\", dateEnd: \"2026-01-02T00:00:00Z\" }";
        const string Coarse = "dateStart: \"2025-01-01T00:00:00Z\", dateEnd: \"2025-12-01T00:00:00Z\"";
        var answer = await _app.AskAsync(
            $"{{ ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: [{Fine}, {{ name: \"long\", {Coarse} }}, {{ {Coarse}, tld: \"com\" }}, {{ name: \"too long\", {Coarse}, ca: \"x\" }}, "
                + $"{{ name: \"before\", dateStart: \"2024-02-01T00:00:00Z\", dateEnd: \"2024-12-31T00:00:00Z\" }}]) {{ csv }} }}",
            null, Token);
        answer["data"]!["ctTimeseries"].ShouldBeNull();
        var refusal = answer.Refusal();
        refusal.Code().ShouldBe("UPSTREAM_REJECTED");
        refusal["series"].Compact().ShouldBe("""["long","before"]""");
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldStartWith("For series `long`, `before`: Cloudflare rejected the request (status 400)");
        Calls.ShouldBe(4);

        var fine = (await _app.AskAsync($"{{ ctTimeseries(aggInterval: FIFTEEN_MINUTES, series: [{Fine}]) {{ freshness {{ status }} }} }}", null, Token)).Data();
        fine["ctTimeseries"]!["freshness"]!["status"]!.GetValue<string>().ShouldBe("HIT");
        Calls.ShouldBe(4);
    }

    /// <summary>None of the calls is answered before all have begun.</summary>
    [Fact]
    public async Task The_calls_run_side_by_side()
    {
        Serve("""{"success":true,"result":{"s0":{"timestamps":[],"values":[]}}}""", 5, Timeout.InfiniteTimeSpan);
        var asking = _app.AskAsync(FiveCalls, null, Token);
        await _app.Sandbox.Calls.WhenAsync(calls => calls.InProgress == 5, TestContext.Current.CancellationToken);
        _app.Sandbox.ReleaseSlowAnswers();
        Names((await asking).Data()["ctTimeseries"]!).ShouldBe(["serie_0", "serie_1", "serie_2", "serie_3", "serie_4"]);
    }

    [Trait("Gateway", "InProcess")]
    [Fact]
    public async Task A_client_that_leaves_ends_all_calls()
    {
        Serve("", 5, Timeout.InfiniteTimeSpan);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Post, "") { Content = JsonContent.Create(new { query = FiveCalls }) };
        request.Headers.TryAddWithoutValidation(Token.Item1, Token.Item2);
        var asking = _app.Client.SendAsync(request, leaving.Token);
        await _app.Sandbox.Calls.WhenAsync(calls => calls.InProgress == 5, TestContext.Current.CancellationToken);
        await leaving.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(asking);
        await _app.Sandbox.Calls.WhenAsync(calls => calls.Abandoned == 5, TestContext.Current.CancellationToken);
        _app.Logs.GetSnapshot().Where(record => record.Level >= LogLevel.Warning).Select(record => record.Message).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_mix_without_a_credential_is_refused_as_a_whole()
    {
        var answer = await _app.AskAsync(FiveCalls, null, []);
        answer.Refusal().Code().ShouldBe("UNAUTHENTICATED");
        answer.Refusal()["series"].ShouldBeNull();
        Calls.ShouldBe(0);
    }

    [Theory]
    [InlineData("sandbox-token-invalid", "UNAUTHENTICATED")]
    [InlineData("sandbox-token-no-permission", "FORBIDDEN")]
    public async Task A_credential_that_is_refused_is_refused_for_all_series(string token, string code)
    {
        var answer = await _app.AskAsync(FiveCalls, null, ("Authorization", $"Bearer {token}"));
        answer.Refusal().Code().ShouldBe(code);
        answer.Refusal()["series"].ShouldBeNull();
        answer.Message().ShouldNotContain("serie_0");
    }

    [Fact]
    public async Task Only_raw_values_are_merged()
    {
        const string Parts = "{ name: \"a\", dateRange: \"11d\" }, { name: \"b\", dateRange: \"12d\" }";
        const string Shares = """{"success":true,"result":{"meta":{"normalization":"PERCENTAGE"},"s0":{"timestamps":[],"values":[]}}}""";
        const string Silent = """{"success":true,"result":{"meta":{},"s0":{"timestamps":[],"values":[]}}}""";
        Serve(Shares, 2);
        var answer = await _app.CtAsync($"series: [{Parts}]");
        answer["data"]!["ctTimeseries"].ShouldBeNull();
        var refusal = answer.Refusal();
        refusal.Code().ShouldBe("UPSTREAM_INVALID_RESPONSE");
        refusal["series"].Compact().ShouldBe("""["a"]""");
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("PERCENTAGE");

        // Alone, they are what they are; and what Cloudflare does not name is merged.
        Serve(Shares, 1);
        (await _app.CtAsync("series: { dateRange: \"11d\" }", "meta { normalization }")).Data()["ctTimeseries"].Compact()
            .ShouldBe("""{"meta":{"normalization":"PERCENTAGE"}}""");
        Serve(Silent, 2);
        (await _app.CtAsync("series: [{ name: \"a\", dateRange: \"13d\" }, { name: \"b\", dateRange: \"14d\" }]", "meta { normalization }")).Data()["ctTimeseries"].Compact().ShouldBe("""{"meta":{"normalization":null}}""");
    }

    private static string[] Of(params string[] values) => values;

    private static JsonObject Series(string name, params (string Name, JsonNode Value)[] inputs)
    {
        var series = new JsonObject { ["name"] = name, ["dateStart"] = "2026-01-01T00:00:00Z", ["dateEnd"] = "2026-01-08T00:00:00Z" };
        foreach (var (input, value) in inputs)
        {
            series[input] = value;
        }

        return series;
    }

    private static string Name(JsonNode? series) => series!["name"]!.GetValue<string>();

    private static string[] Names(JsonNode answer) => [.. answer["series"]!.AsArray().Select(Name)];

    private int Calls => _app.Sandbox.Calls.Count(SandboxEndpoint.CtTimeseries);

    private async Task<JsonNode> MixAsync(JsonObject[] series) =>
        (await _app.AskAsync(Document, new { series }, Token)).Data()["ctTimeseries"]!;

    private void Serve(string body, int times, TimeSpan delay = default) => _app.Sandbox.Serve(
        SandboxEndpoint.CtTimeseries, new ServedAnswer(200, "application/json", Encoding.UTF8.GetBytes(body)) { Delay = delay }, times);
}
