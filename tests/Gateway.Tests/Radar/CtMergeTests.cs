using Gateway.Caching;
using Gateway.Radar.Requests;
using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Radar;

/// <summary>Responses to the parts of one request, put together.</summary>
public sealed class CtMergeTests
{
    private const string Remark = """{ "description": "d", "startDate": "2026-01-01T00:00:00Z", "tags": ["BOT", "x"] }""";
    private const string OtherRemark = """{ "description": "d", "startDate": "2026-01-01T00:00:00Z", "tags": ["BOT"] }""";
    private const string Day = """{ "startTime": "2026-01-01T00:00:00Z", "endTime": "2026-01-02T00:00:00Z" }""";
    private const string NextDay = """{ "startTime": "2026-01-02T00:00:00Z", "endTime": "2026-01-03T00:00:00Z" }""";

    // b and d share a call, in the other order.
    private static readonly CtSeriesRequest Request = CtSeriesRequest.Create(CtQuestion.Timeseries(null), new CtPositionalLists([]),
    [
        new() { Name = "a", DateRange = "1d" },
        new() { Name = "b", DateRange = "1d", Ca = "y" },
        new() { Name = "c", DateRange = "1d", Tld = "com" },
        new() { Name = "d", DateRange = "1d", Ca = "x" },
        new() { Name = "e", DateRange = "1D" },
    ]).Value.ShouldNotBeNull();

    [Fact]
    public void Series_stand_in_the_order_asked_and_those_that_Cloudflare_adds_come_last()
    {
        var answer = Merge(
            """{ "more": { "values": [] }, "s0": { "values": [] } }""",
            """{ "s1": { "values": [] }, "s0": { "values": [] }, "s2": { "values": [] } }""",
            """{ }""");
        answer.Series.Select(series => series.Name).ShouldBe(["a", "b", "d", "e", "more", "s2"]);
        answer.Series.Select(series => series.Columns.WireName).ShouldBe(["s0", "s1", "s0", "s0", "more", "s2"]);
        answer.GetCsv().ShouldStartWith("a timestamps,a values,b timestamps,b values,d timestamps");
    }

    [Fact]
    public void What_parts_agree_on_is_the_answers_and_each_series_keeps_what_is_its_own()
    {
        var answer = Merge(
            $$"""
            { "s0": { "values": [] }, "meta": { "aggInterval": "ONE_HOUR", "normalization": "RAW_VALUES", "lastUpdated": "2026-01-02T10:00:00Z", "dateRange": [{{Day}}],
              "units": [{ "name": "*", "value": "certificates" }], "confidenceInfo": { "level": 5, "annotations": [{{Remark}}] } } }
            """,
            $$"""
            { "s0": { "values": [] }, "s1": { "values": [] }, "meta": { "aggInterval": "ONE_DAY", "normalization": "RAW_VALUES", "lastUpdated": "2026-01-02T09:00:00Z",
              "dateRange": [{{Day}}, {{NextDay}}], "units": [{ "name": "s1", "value": "entries" }, { "name": "*", "value": "certificates" }],
              "confidenceInfo": { "level": 3, "annotations": [{{Remark}}, {{OtherRemark}}] } } }
            """,
            $$"""
            { "s0": { "values": [] }, "meta": { "aggInterval": "ONE_HOUR", "normalization": "RAW_VALUES", "lastUpdated": "2026-01-02T11:00:00Z", "dateRange": [{{Day}}],
              "units": [{ "name": "*", "value": "certificates" }] } }
            """);
        var meta = answer.Meta;
        meta.AggInterval.ShouldBeNull();
        meta.Normalization.ShouldBe(CtNormalization.RAW_VALUES);
        meta.LastUpdated.ShouldBe(new DateTimeOffset(2026, 1, 2, 9, 0, 0, TimeSpan.Zero));
        meta.ConfidenceInfo.ShouldNotBeNull().Level.ShouldBe(3);
        meta.ConfidenceInfo.Annotations.Select(remark => remark.Tags.Count).ShouldBe([2, 1]);
        meta.DateRange.Select(range => range.StartTime.Day).ShouldBe([1, 2, 1, 1, 1]);
        meta.Units.ShouldBe([new("*", "certificates"), new("b", "entries")]);

        answer.Series.Select(series => (series.Name, series.AggInterval, series.DateRange?.StartTime.Day, series.LastUpdated?.Hour, series.Unit)).ShouldBe(
        [
            ("a", CtResultInterval.ONE_HOUR, 1, 10, "certificates"),
            ("b", CtResultInterval.ONE_DAY, 2, 9, "entries"),
            ("c", CtResultInterval.ONE_HOUR, 1, 11, "certificates"),
            ("d", CtResultInterval.ONE_DAY, 1, 9, "certificates"),
            ("e", CtResultInterval.ONE_HOUR, 1, 10, "certificates"),
        ]);
    }

    [Fact]
    public void What_one_part_does_not_say_is_not_said_of_all()
    {
        var answer = Merge(
            $$"""
            { "meta": { "aggInterval": "ONE_HOUR", "normalization": "RAW_VALUES", "lastUpdated": "2026-01-02T10:00:00Z", "dateRange": [{{Day}}],
              "units": [{ "name": "*", "value": "certificates" }] } }
            """,
            """{ "meta": { "units": [{ "name": "*", "value": "entries" }, { "name": "odd", "value": "x" }] } }""",
            "{ }");
        var meta = answer.Meta;
        (meta.AggInterval, meta.Normalization, meta.LastUpdated, meta.ConfidenceInfo).ShouldBe((null, null, null, null));
        meta.DateRange.ShouldHaveSingleItem();

        // A unit of all series of one call only.
        meta.Units.ShouldBe([new("a", "certificates"), new("e", "certificates"), new("b", "entries"), new("d", "entries"), new("odd", "x")]);
    }

    [Theory]
    [InlineData("Hit Hit Hit", CacheStatus.Hit)]
    [InlineData("Hit Miss Hit", CacheStatus.Miss)]
    [InlineData("Bypass Miss Hit", CacheStatus.Bypass)]
    [InlineData("Updating Miss Bypass", CacheStatus.Updating)]
    [InlineData("Updating Stale Miss", CacheStatus.Stale)]
    public void An_answer_is_as_fresh_as_its_worst_part(string statuses, CacheStatus worst)
    {
        var noon = new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
        var merged = Freshness.Of([.. statuses.Split(' ').Select((status, i) =>
            new Freshness(Enum.Parse<CacheStatus>(status), noon.AddMinutes(i), 60 - i, noon.AddHours(3 - i)))]);
        merged.ShouldBe(new Freshness(worst, noon, 60, noon.AddHours(1)));
    }

    /// <summary>Fragments are found as long as all responses are the ones that they were written from.</summary>
    [Fact]
    public void Fragments_belong_to_one_combination_of_responses()
    {
        CtResponse<CtColumns>[] parts = [Response("{ }"), Response("{ }"), Response("{ }")];
        object operation = new(), part = new();
        Fragments(parts).Add(operation, part, 2, static json => "{}"u8.CopyTo(json));
        Fragments([.. parts]).Find(operation, part).IsEmpty.ShouldBeFalse();
        for (var i = 0; i < parts.Length; i++)
        {
            CtResponse<CtColumns>[] others = [.. parts];
            others[i] = Response("{ }");
            Fragments(others).Find(operation, part).IsEmpty.ShouldBeTrue();
        }

        // What the answer needs is counted with a response.
        parts[0].Fragments.Bytes.ShouldBeGreaterThan(0);
        static Gateway.GraphQL.Execution.IResponseFragments Fragments(CtResponse<CtColumns>[] parts) => CtFragments.Of(new CtTimeseries(Request, parts[0], parts, default!));
    }

    private static CtTimeseries Merge(params string[] answers)
    {
        CtResponse<CtColumns>[] parts = [.. answers.Select(Response)];
        return new(Request, parts[0], parts, default!);
    }

    private static CtResponse<CtColumns> Response(string result) => new(Reading.Read(new CtTimeseriesReader(), result), [], default);
}
