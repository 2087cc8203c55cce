using Gateway.Tests.EndToEnd;

namespace Gateway.Tests.Limits;

/// <summary>The limit of distinct calls to Cloudflare in one operation. It is checked before the first call.</summary>
public sealed class CallBudgetTests(CallBudgetTests.ThriftyApp thrifty, ProductionApp app)
    : IClassFixture<CallBudgetTests.ThriftyApp>, IClassFixture<ProductionApp>
{
    private const string Fingerprint = "24EDD4E503A8D3FDB5FFB4AF66C887359901CBE687A5A0760D10A08EED99A7C3";
    private const string Zone = $"zoneId: \"{GatewayApp.Zone}\", timeDelta: HOUR";

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public async Task Twenty_calls_are_the_most_by_default(int calls, bool allowed)
    {
        var before = app.Calls;
        var panels = Enumerable.Range(1, calls).Select(i => $"a{i}: spectrumBytime({Zone}, limit: {1000 + i}) {{ rows }}");
        var answer = await app.PostAsync($"{{ {string.Join(' ', panels)} }}");
        answer.Status.ShouldBe(allowed ? 200 : 422, answer.Text);
        app.Calls.ShouldBe(before + (allowed ? calls : 0));
        if (!allowed)
        {
            answer.Json["data"].ShouldBeNull();
            answer.Errors[0]!["extensions"].Compact().ShouldBe("""{"code":"OPERATION_TOO_EXPENSIVE","calls":21,"maxCalls":20}""");
        }
    }

    [Theory]
    // One call, however often and however it is written.
    [InlineData($"a: spectrumBytime({Zone}) {{ rows }} b: spectrumBytime({Zone}) {{ rows }} c: spectrumBytime({Zone}) {{ dataLag }}", true)]
    [InlineData($"a: spectrumBytime({Zone}, limit: 3) {{ rows }} b: spectrumBytime(limit: $three, {Zone}) {{ rows }} c: spectrumBytime({Zone}) {{ rows }}", true)]
    [InlineData("a: ctTimeseries(ca: \"x\") { csv } b: ctTimeseries(ca: [\"x\"]) { csv } c: ctTimeseries(ca: $x) { csv }", true)]
    [InlineData("a: ctTimeseries(series: { name: \"x\", dateRange: \"1d\" }) { csv } b: ctTimeseries(series: [{ dateRange: \"1d\", name: $name }]) { csv } c: ctTimeseries { csv }", true)]
    [InlineData("a: ctTimeseries(log: \"1\") { csv } b: __typename c: ctTimeseries(log: \"2\") { csv }", true)]
    // A field with several series counts a call for each that can't share one.
    [InlineData("a: ctTimeseries(series: [{ dateRange: \"1d\" }, { dateRange: \"1dcontrol\" }, { dateRange: \"1d\", tld: \"com\" }]) { csv }", true)]
    [InlineData("a: ctTimeseries(series: [{ dateRange: \"1d\" }, { dateRange: \"1d\", tld: \"com\" }]) { csv } b: ctTimeseries(series: [{ dateRange: \"1D\", tld: \"com\" }, { name: $name, dateRange: \"1d\" }]) { csv } c: ctTimeseries(tld: \"com\", dateRange: \"1d\") { csv }", true)]
    [InlineData("a: ctTimeseries(series: [{ dateRange: \"1d\" }, { dateRange: \"2d\" }, { dateRange: \"1d\", tld: \"com\" }]) { csv }", false)]
    [InlineData("a: ctTimeseries(series: [{ dateRange: \"1d\" }, { dateRange: \"2d\" }]) { csv } b: ctTimeseries(series: { dateRange: \"3d\" }) { csv }", false)]
    // Groups are calls of their own, one for each dimension.
    [InlineData("a: ctSummary(dimension: CA) { csv } b: ctSummary(dimension: CA, normalization: RAW_VALUES) { csv } c: ctTimeseriesGroups(dimension: CA) { csv }", true)]
    [InlineData("a: ctSummary(dimension: CA) { csv } b: ctSummary(dimension: LOG) { csv } c: ctTimeseriesGroups(dimension: CA) { csv }", false)]
    [InlineData("a: ctSummary(dimension: CA, limitPerGroup: 2) { csv } b: ctSummary(dimension: CA, limitPerGroup: 3) { csv } c: ctSummary(dimension: CA) { csv }", false)]
    [InlineData("a: ctTimeseriesGroups(dimension: CA, series: [{ dateRange: \"1d\" }, { dateRange: \"2d\" }, { dateRange: \"3d\" }]) { csv }", false)]
    // A list counts as the most calls that it may take: ctAuthorities as five.
    [InlineData("a: ctLogs { logs { totalCount } } b: ctLogs { logs(first: 1) { nodes { id } } } c: ctLog(id: \"argon2024\") { id }", true)]
    [InlineData("a: ctLogs { logs { totalCount } } b: ctLog(id: \"argon2024\") { id } c: ctLog(id: \"nimbus2026\") { id }", false)]
    [InlineData($"a: ctAuthority(id: \"{Fingerprint}\") {{ id }} b: ctAuthority(id: \"24edd4e503a8d3fdb5ffb4af66c887359901cbe687a5a0760d10a08eed99a7c3\") {{ id }} c: ctLogs {{ logs {{ totalCount }} }}", true)]
    [InlineData("a: ctLog(id: \"a/b\") { id } b: ctLog(id: \"argon2024\") { id } c: ctLogs { logs { totalCount } }", true)]
    [InlineData("a: ctAuthorities { authorities { totalCount } }", false)]
    // Filters, orders and pages of what came are no calls.
    [InlineData("a: ctLogs { a: logs(first: 1) { totalCount } b: logs(where: { id: { eq: \"x\" } }) { totalCount } } b: ctSummary(dimension: CA) { series { a: groups(where: { key: { eq: \"x\" } }) { key } b: groups(order: { key: ASC }) { key } } } c: ctSummary(dimension: CA) { csv }", true)]
    // The same call, written in two ways.
    [InlineData($"a: spectrumBytime({Zone}, dimensions: [EVENT, APP_ID]) {{ rows }} b: spectrumBytime({Zone}, dimensions: [APP_ID, EVENT, EVENT]) {{ rows }} c: spectrumBytime({Zone}) {{ rows }}", true)]
    [InlineData($"a: spectrumBytime({Zone}, filters: \"ipVersion==4\") {{ rows }} b: spectrumBytime({Zone}, where: {{ ipVersion: {{ eq: 4 }} }}) {{ rows }} c: spectrumBytime({Zone}) {{ rows }}", true)]
    // What is refused before it is sent makes none.
    [InlineData($"a: spectrumBytime({Zone}, limit: 0) {{ rows }} b: ctTimeseries(dateRange: \"x\") {{ csv }} c: ctTimeseries(log: \"1\") {{ csv }} d: spectrumBytime({Zone}) {{ rows }}", true)]
    // What is left out makes none.
    [InlineData("a: ctTimeseries(log: \"1\") { csv } b: ctTimeseries(log: \"2\") { csv } c: ctTimeseries(log: \"3\") @skip(if: $yes) { csv }", true)]
    [InlineData("a: ctTimeseries(log: \"1\") { csv } b: ctTimeseries(log: \"2\") { csv } ... @include(if: $no) { c: ctTimeseries(log: \"3\") { csv } }", true)]
    // Each of these is another call.
    [InlineData("a: ctTimeseries(log: \"1\") { csv } b: ctTimeseries(log: \"2\") { csv } c: ctTimeseries(log: \"3\") @skip(if: $no) { csv }", false)]
    [InlineData("a: ctTimeseries(ca: [\"x;y\"]) { csv } b: ctTimeseries(ca: [\"x\", \"y\"]) { csv } c: ctTimeseries(ca: [\"x\"]) { csv }", false)]
    [InlineData("a: ctTimeseries(ca: \"1\") { csv } b: ctTimeseries(caOwner: \"1\") { csv } c: ctTimeseries(log: \"1\") { csv }", false)]
    [InlineData($"a: spectrumBytime({Zone}) {{ totals {{ count }} }} b: spectrumBytime({Zone}) {{ totals {{ bytesIngress }} }} c: spectrumBytime({Zone}) {{ totals {{ durationAvg }} }}", false)]
    [InlineData($"a: spectrumBytime({Zone}, limit: 1) {{ rows }} ...F", false)]
    public async Task Calls_are_counted_after_variables_and_directives(string fields, bool allowed)
    {
        // Often enough that the request is prepared.
        for (var run = 0; run < 3; run++)
        {
            var before = thrifty.App.Calls;
            var answer = await thrifty.App.PostAsync(
                $"query($three: Int, $x: [String!], $name: String!, $yes: Boolean!, $no: Boolean!) {{ {fields} ...G @skip(if: true) }} {Fragments(fields)}",
                """{"three":3,"x":["x"],"name":"x","yes":true,"no":false}""");
            if (allowed)
            {
                answer.Json["data"].ShouldNotBeNull(answer.Text);
            }
            else
            {
                answer.Code.ShouldBe("OPERATION_TOO_EXPENSIVE", answer.Text);
                thrifty.App.Calls.ShouldBe(before);
            }
        }
    }

    [Theory]
    [InlineData(
        "query($s: [CtSeriesInput!]) { ctTimeseries(series: $s) { csv } }",
        "{'s':[{'dateRange':'#d'}]}",
        "{'s':[{'dateRange':'1d'},{'dateRange':'2d'},{'dateRange':'3d'}]}")]
    [InlineData(
        $"query($l: Int!, $w: Boolean!) {{ a: spectrumBytime({Zone}, limit: $l) {{ rows }} b: spectrumBytime({Zone}, limit: 90) {{ rows }} "
            + $"...F @include(if: $w) }} fragment F on Query {{ c: spectrumBytime({Zone}, limit: 91) {{ rows }} }}",
        "{'l':1#,'w':false}",
        "{'l':19,'w':true}")]
    [InlineData(
        "query($z: [ID!]!) { zones(ids: $z) { spectrumBytime(timeDelta: HOUR) { rows } } }",
        "{'z':['0000000000000000000000000000000#']}",
        "{'z':['00000000000000000000000000000001','00000000000000000000000000000002','00000000000000000000000000000003']}")]
    public async Task That_variables_were_accepted_says_nothing_about_others(string document, string accepted, string refused)
    {
        // A plan is kept from the second time on that its document comes, and each of these requests comes once.
        for (var run = 1; run <= 3; run++)
        {
            (await thrifty.App.PostAsync(document, accepted.Replace('\'', '"').Replace("#", $"{run}", StringComparison.Ordinal)))
                .Text.ShouldNotContain("OPERATION_TOO_EXPENSIVE");
        }

        var before = thrifty.App.Calls;
        (await thrifty.App.PostAsync(document, refused.Replace('\'', '"'))).Code.ShouldBe("OPERATION_TOO_EXPENSIVE");
        thrifty.App.Calls.ShouldBe(before);
    }

    // Uses every variable, so that the documents differ in nothing else.
    private static string Fragments(string fields) =>
        "fragment G on Query { ctTimeseries(log: $x, name: [$name]) @skip(if: $yes) @include(if: $no) { csv } "
            + $"spectrumBytime({Zone}, limit: $three) {{ rows }} }} "
            + (fields.Contains("...F", StringComparison.Ordinal)
                ? $"fragment F on Query {{ b: spectrumBytime({Zone}, limit: 2) {{ rows }} c: spectrumBytime({Zone}, limit: $three) {{ rows }} }}"
                : "");

    public sealed class ThriftyApp : IAsyncLifetime
    {
        internal ProductionApp App { get; } = new(("Cloudflare:MaxCallsPerOperation", "2"));

        public ValueTask InitializeAsync() => App.InitializeAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
