using Gateway.Radar.Responses;
using Gateway.Radar.Wire;
using Gateway.Tests.Upstream.Json;

namespace Gateway.Tests.Radar;

/// <summary>Which points of a series are complete.</summary>
public sealed class CompletePointsTests
{
    private const string AllDay = """{ "startTime": "2026-01-01T00:00:00Z", "endTime": "2026-01-02T00:00:00Z" }""";

    [Theory]
    [InlineData("2026-01-01T13:00:00Z", "yyy")]
    [InlineData("2026-01-01T12:59:59Z", "yyn")]
    [InlineData("2026-01-01T12:00:00Z", "yyn")]
    [InlineData("2026-01-01T10:15:00Z", "nnn")]
    public void A_point_is_complete_if_it_ended_before_the_last_data(string lastUpdated, string complete) =>
        Told($$"""{ "aggInterval": "ONE_HOUR", "lastUpdated": "{{lastUpdated}}", "dateRange": [{{AllDay}}] }""").ShouldBe(complete);

    [Theory]
    [InlineData("10:00", "13:00", "yyy")]
    [InlineData("10:15", "13:00", "nyy")]
    [InlineData("10:00", "12:45", "yyn")]
    [InlineData("11:30", "12:45", "nnn")]
    public void A_point_is_complete_if_the_dates_of_its_series_cover_it(string start, string end, string complete) =>
        Told($$"""
            { "aggInterval": "ONE_HOUR", "lastUpdated": "2026-01-02T00:00:00Z",
              "dateRange": [{ "startTime": "2026-01-01T{{start}}:00Z", "endTime": "2026-01-01T{{end}}:00Z" }] }
            """).ShouldBe(complete);

    [Theory]
    [InlineData("FIFTEEN_MINUTES", "2026-01-01T00:00:00Z", "2026-01-01T00:15:00Z")]
    [InlineData("ONE_HOUR", "2026-01-01T00:00:00Z", "2026-01-01T01:00:00Z")]
    [InlineData("ONE_DAY", "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z")]
    [InlineData("ONE_WEEK", "2025-12-29T00:00:00Z", "2026-01-05T00:00:00Z")]
    [InlineData("ONE_MONTH", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z")]
    public void The_last_point_ends_by_its_interval(string interval, string start, string end)
    {
        Last(end).ShouldBeTrue();
        Last(DateTimeOffset.Parse(end, null).AddTicks(-1).ToString("O")).ShouldBeFalse();

        bool Last(string lastUpdated) => Read($$"""
            { "s0": { "timestamps": ["{{start}}"], "values": [] },
              "meta": { "aggInterval": "{{interval}}", "lastUpdated": "{{lastUpdated}}", "dateRange": { "startTime": "{{start}}", "endTime": "2027-01-01T00:00:00Z" } } }
            """).Series[0][0].Complete;
    }

    [Theory]
    [InlineData("\"TWO_HOURS\"")]
    [InlineData("null")]
    public void Without_a_known_interval_the_last_point_has_no_end(string interval) =>
        Told($$"""{ "aggInterval": {{interval}}, "lastUpdated": "2026-01-02T00:00:00Z", "dateRange": [{{AllDay}}] }""").ShouldBe("yyn");

    [Theory]
    [InlineData("""{ "aggInterval": "ONE_HOUR", "dateRange": [DAY] }""")]
    [InlineData("""{ "aggInterval": "ONE_HOUR", "lastUpdated": "yesterday", "dateRange": [DAY] }""")]
    [InlineData("""{ "aggInterval": "ONE_HOUR", "lastUpdated": "2026-01-02T00:00:00Z" }""")]
    [InlineData("""{ "aggInterval": "ONE_HOUR", "lastUpdated": "2026-01-02T00:00:00Z", "dateRange": [{}, DAY] }""")]
    [InlineData("{}")]
    [InlineData("null")]
    public void Where_Cloudflare_does_not_say_enough_no_point_is(string meta) =>
        Told(meta.Replace("DAY", AllDay, StringComparison.Ordinal)).ShouldBe("nnn");

    [Fact]
    public void Each_series_has_dates_of_its_own_by_position_whatever_the_order()
    {
        const string Points = """{ "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z"], "values": [] }""";
        var data = Read($$"""
            { "serie_0": {{Points}}, "s3": {{Points}}, "s1": {{Points}},
              "meta": { "lastUpdated": "2026-01-02T00:00:00Z", "aggInterval": "ONE_HOUR", "dateRange": [
                { "startTime": "2026-01-01T10:30:00Z", "endTime": "2026-01-01T12:00:00Z" },
                { "startTime": "2026-01-01T10:00:00Z", "endTime": "2026-01-01T11:30:00Z" }] },
              "s0": {{Points}} }
            """);
        data.Series.Select(series => $"{series.WireName} {Told(series)}").ShouldBe(["s0 ny", "s1 yn", "s3 nn", "serie_0 nn"]);
        data.Series.Select(series => new CtSeries("", series, CtMeta.None, 0).CompletePoints).ShouldBe([2, 1, 0, 0]);
    }

    private static string Told(string meta) => Told(Read($$"""
        { "s0": { "timestamps": ["2026-01-01T10:00:00Z", "2026-01-01T11:00:00Z", "2026-01-01T12:00:00Z"], "values": [] }, "meta": {{meta}} }
        """).Series[0]);

    private static string Told(CtColumns series) => new([.. series.Select(point => point.Complete ? 'y' : 'n')]);

    private static CtData<CtColumns> Read(string result) => Reading.Read(new CtTimeseriesReader(), result);
}
